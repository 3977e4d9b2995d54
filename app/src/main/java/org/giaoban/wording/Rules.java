package org.giaoban.wording;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The phrases in force on a day, ready to read any number of texts with. */
public final class Rules {

    private final PhraseBook book;

    Rules(Collection<Map.Entry<Sense, String>> phrases) {
        book = new PhraseBook(phrases);
    }

    public Reading read(String text) {
        return read(text, Known.NOTHING);
    }

    /** Reads a text beside fields that may say who, when and by what measure. */
    public Reading read(String text, Known known) {
        var words = Word.of(text);
        var found = book.hits(words);
        var hits = IntStream.range(0, found.size())
                .filter(index -> !mentioned(found, index))
                .mapToObj(found::get)
                .toList();
        var missing = missing(words, found, hits, known);
        var vague = Clause.of(words, hits).stream()
                .filter(clause -> clause.vague(missing))
                .toList();
        if (vague.isEmpty()) {
            return new Reading(text, false, List.of(), Set.of());
        }
        var marks =
                vague.stream().flatMap(clause -> marks(words, clause, missing)).toList();
        return new Reading(text, true, marks, missing);
    }

    /** The words to blame, or all of it when no word alone is. */
    private static Stream<Mark> marks(List<Word> words, Clause clause, Set<Missing> missing) {
        var marks = clause.hits().stream()
                .filter(hit -> marked(hit.sense(), missing))
                .map(hit -> mark(words, hit))
                .toList();
        return marks.isEmpty()
                ? Stream.of(mark(words, new Hit(Sense.WORK, clause.first(), clause.end() - 1)))
                : marks.stream();
    }

    private static Mark mark(List<Word> words, Hit hit) {
        return new Mark(words.get(hit.first()).from(), words.get(hit.last()).to(), hit.sense());
    }

    /** "According to the plan", "the secretary's": what is only mentioned says neither who nor by what measure. */
    private static boolean mentioned(List<Hit> hits, int index) {
        var hit = hits.get(index);
        if (index == 0 || hit.sense() != Sense.ACTOR && hit.sense() != Sense.PRODUCT) {
            return false;
        }
        var before = hits.get(index - 1);
        return before.sense() == Sense.MENTION && before.last() == hit.first() - 1;
    }

    private static boolean marked(Sense sense, Set<Missing> missing) {
        return switch (sense) {
            case EFFORT, WORK -> true;
            case NOBODY -> missing.contains(Missing.WHO);
            case SOMETIME -> missing.contains(Missing.WHEN);
            default -> false;
        };
    }

    private static Set<Missing> missing(List<Word> words, List<Hit> found, List<Hit> hits, Known known) {
        var missing = EnumSet.noneOf(Missing.class);
        Stream.of(Missing.values())
                .filter(part -> !known.has(part) && !said(part, hits))
                .forEach(missing::add);
        if (figure(words, found)) {
            missing.remove(Missing.MEASURE);
        }
        return missing;
    }

    private static boolean said(Missing part, List<Hit> hits) {
        var sense = switch (part) {
            case WHO -> Sense.ACTOR;
            case WHEN -> Sense.DATE;
            case MEASURE -> Sense.PRODUCT;
        };
        return hits.stream().anyMatch(hit -> hit.sense() == sense);
    }

    /** A number that belongs to no date and no name counts something. */
    private static boolean figure(List<Word> words, List<Hit> hits) {
        return IntStream.range(0, words.size())
                .filter(index -> words.get(index).number())
                .anyMatch(index -> hits.stream().noneMatch(hit -> hit.covers(index)));
    }
}
