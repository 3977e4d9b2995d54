package org.giaoban.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The phrases in force on a day, ready to read any number of texts with. */
public final class Rules {

    /** Work that lacks less than this is left to the reader's good sense. */
    private static final int TOO_MUCH_MISSING = 2;

    /** Shorter ones are headings and names, not sentences. */
    private static final int SENTENCE = 4;

    /** A verb among the first words says what the sentence is. */
    private static final int OPENING = 4;

    private record Phrase(Sense sense, List<Word> words) {}

    private record Hit(Sense sense, int first, int last) {}

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    Rules(Collection<Map.Entry<Sense, String>> phrases) {
        phrases.stream()
                .map(one -> new Phrase(one.getKey(), Word.of(one.getValue())))
                .filter(phrase -> !phrase.words.isEmpty())
                .forEach(phrase -> byFirstWord
                        .computeIfAbsent(first(phrase.words.getFirst()), key -> new ArrayList<>())
                        .add(phrase));
        byFirstWord
                .values()
                .forEach(list -> list.sort(Comparator.comparingInt((Phrase phrase) -> -phrase.words.size())));
    }

    private static String first(Word word) {
        return word.number() ? Word.NUMBER : word.bare();
    }

    public Reading read(String text) {
        return read(text, Known.NOTHING);
    }

    /** Reads a text beside fields that may say who, when and by what measure. */
    public Reading read(String text, Known known) {
        var words = Word.of(text);
        var hits = hits(words);
        var missing = missing(words, hits, known);
        if (!vague(words.size(), hits, missing)) {
            return new Reading(text, false, List.of(), Set.of());
        }
        var marks = hits.stream()
                .filter(hit -> marked(hit.sense, missing))
                .map(hit -> new Mark(
                        words.get(hit.first).from(), words.get(hit.last).to(), hit.sense))
                .toList();
        return new Reading(text, true, marks.isEmpty() ? List.of(whole(words)) : marks, missing);
    }

    private static Mark whole(List<Word> words) {
        return new Mark(words.getFirst().from(), words.getLast().to(), Sense.WORK);
    }

    /** Promises of effort lack one thing, orders of work two; any other sentence must say something of who, when, measure. */
    private static boolean vague(int length, List<Hit> hits, Set<Missing> missing) {
        if (missing.isEmpty() || opens(hits, Sense.DONE)) {
            return false;
        }
        if (any(hits, Sense.EFFORT)) {
            return true;
        }
        if (opens(hits, Sense.AGREED)) {
            return false;
        }
        var open = any(hits, Sense.SOMETIME) || any(hits, Sense.WORK);
        return open && missing.size() >= TOO_MUCH_MISSING
                || length >= SENTENCE && missing.size() == Missing.values().length;
    }

    private static boolean opens(List<Hit> hits, Sense sense) {
        return hits.stream().anyMatch(hit -> hit.sense == sense && hit.first < OPENING);
    }

    private static boolean marked(Sense sense, Set<Missing> missing) {
        return switch (sense) {
            case EFFORT, WORK -> true;
            case NOBODY -> missing.contains(Missing.WHO);
            case SOMETIME -> missing.contains(Missing.WHEN);
            default -> false;
        };
    }

    private static Set<Missing> missing(List<Word> words, List<Hit> hits, Known known) {
        var missing = EnumSet.noneOf(Missing.class);
        Stream.of(Missing.values())
                .filter(part -> !known.has(part) && !said(part, words, hits))
                .forEach(missing::add);
        return missing;
    }

    private static boolean said(Missing part, List<Word> words, List<Hit> hits) {
        return switch (part) {
            case WHO -> any(hits, Sense.ACTOR);
            case WHEN -> any(hits, Sense.DATE);
            case MEASURE -> any(hits, Sense.PRODUCT) || figure(words, hits);
        };
    }

    private static boolean any(List<Hit> hits, Sense sense) {
        return hits.stream().anyMatch(hit -> hit.sense == sense);
    }

    /** A number that belongs to no date counts something. */
    private static boolean figure(List<Word> words, List<Hit> hits) {
        for (var index = 0; index < words.size(); index++) {
            var at = index;
            if (words.get(at).number() && hits.stream().noneMatch(hit -> hit.first <= at && at <= hit.last)) {
                return true;
            }
        }
        return false;
    }

    /** The longest phrase at each place; what it covers is not looked at again. */
    private List<Hit> hits(List<Word> words) {
        var marked = words.stream().anyMatch(word -> !word.plain());
        var hits = new ArrayList<Hit>();
        for (var index = 0; index < words.size(); ) {
            var found = longest(words, index, marked);
            if (found == null) {
                index++;
            } else {
                hits.add(new Hit(found.sense, index, index + found.words.size() - 1));
                index += found.words.size();
            }
        }
        return hits;
    }

    @org.jspecify.annotations.Nullable
    private Phrase longest(List<Word> words, int index, boolean marked) {
        for (var phrase : byFirstWord.getOrDefault(first(words.get(index)), List.of())) {
            if (fits(phrase.words, words, index, marked)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean fits(List<Word> phrase, List<Word> words, int index, boolean marked) {
        if (index + phrase.size() > words.size()) {
            return false;
        }
        for (var offset = 0; offset < phrase.size(); offset++) {
            if (!words.get(index + offset).matches(phrase.get(offset), marked)) {
                return false;
            }
        }
        return true;
    }
}
