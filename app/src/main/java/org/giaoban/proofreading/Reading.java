package org.giaoban.proofreading;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.platform.Texts;

/** One text on the desk: its passages cut into words, sentences and numbers, the rules, and what was found so far. */
final class Reading {

    private final Manuscript manuscript;
    private final Facts facts;
    private final Rules rules;
    private final List<List<Token>> tokens = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    Reading(Manuscript manuscript, Facts facts, Rules rules) {
        this.manuscript = manuscript;
        this.facts = facts;
        this.rules = rules;
        var numbers = new Numbers(rules.naming());
        for (var at = 0; at < manuscript.passages().size(); at++) {
            var text = text(at);
            tokens.add(Token.of(text));
            sentences.addAll(
                    manuscript.english()
                            ? Sentence.of(at, EnglishNumbers.exchanged(text), EnglishNumbers.in(text, numbers))
                            : Sentence.of(at, text, numbers.in(text)));
        }
    }

    Manuscript manuscript() {
        return manuscript;
    }

    Facts facts() {
        return facts;
    }

    Rules rules() {
        return rules;
    }

    String text(int passage) {
        return manuscript.passages().get(passage).text();
    }

    /** The days a passage names. */
    List<Dates.Found> dates(int passage) {
        return manuscript.english() ? EnglishDates.in(text(passage)) : Dates.in(text(passage));
    }

    /** A number as the text's language writes it. */
    String number(BigDecimal value) {
        var written = VietnameseNumber.format(
                value, Math.max(0, value.stripTrailingZeros().scale()));
        return manuscript.english() ? EnglishNumbers.exchanged(written) : written;
    }

    List<Token> tokens(int passage) {
        return tokens.get(passage);
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** Says something about a place; the words for the message are the arguments of the kind's text. */
    void say(Kind kind, Place place, List<Mend> mends, String key, Object... words) {
        var marked = text(place.passage()).substring(place.from(), place.to());
        var message = Texts.text("proofreading.says." + key, words);
        remarks.add(new Remark(
                key(kind, marked, List.of(words)), kind, rules.severity(kind), place, marked, message, mends));
    }

    private static String key(Kind kind, String marked, List<Object> words) {
        var whole = kind + "|" + marked + "|" + words;
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What was found, in the order of the text, each thing once. */
    List<Remark> remarks() {
        var once = new LinkedHashMap<String, Remark>();
        remarks.stream()
                .sorted(Comparator.comparing(Remark::severity)
                        .thenComparing(each -> each.place().passage())
                        .thenComparing(each -> each.place().from()))
                .forEach(each -> once.putIfAbsent(each.key(), each));
        return List.copyOf(once.values());
    }
}
