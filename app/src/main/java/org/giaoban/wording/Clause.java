package org.giaoban.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A part of a text that is one thought: up to a stop, or to a word that turns to something else. */
record Clause(int first, int end, List<Hit> hits) {

    /** Work that lacks less than this is left to the reader's good sense. */
    private static final int TOO_MUCH_MISSING = 2;

    /** Shorter ones are headings and names, not sentences. */
    private static final int SENTENCE = 4;

    /** A verb among the first words says what the sentence is. */
    private static final int OPENING = 4;

    static List<Clause> of(List<Word> words, List<Hit> hits) {
        var clauses = new ArrayList<Clause>();
        var first = 0;
        for (var index = 1; index <= words.size(); index++) {
            if (index == words.size() || words.get(index).begins() || turns(hits, index)) {
                clauses.add(between(first, index, hits));
                first = index;
            }
        }
        return clauses;
    }

    private static boolean turns(List<Hit> hits, int index) {
        return hits.stream().anyMatch(hit -> hit.sense() == Sense.TURN && hit.first() == index);
    }

    private static Clause between(int first, int end, List<Hit> hits) {
        return new Clause(
                first,
                end,
                hits.stream()
                        .filter(hit -> hit.first() >= first && hit.first() < end)
                        .toList());
    }

    /** Promises of effort lack one thing, orders of work two; any other sentence must say something of who, when, measure. */
    boolean vague(Set<Missing> missing) {
        if (missing.isEmpty() || opens(Sense.DONE)) {
            return false;
        }
        if (has(Sense.EFFORT)) {
            return true;
        }
        if (opens(Sense.AGREED)) {
            return false;
        }
        return has(Sense.SOMETIME) && missing.contains(Missing.WHEN)
                || has(Sense.WORK) && missing.size() >= TOO_MUCH_MISSING
                || end - first >= SENTENCE && missing.size() == Missing.values().length;
    }

    private boolean has(Sense sense) {
        return hits.stream().anyMatch(hit -> hit.sense() == sense);
    }

    private boolean opens(Sense sense) {
        return hits.stream().anyMatch(hit -> hit.sense() == sense && before(hit.first()) < OPENING);
    }

    /** How many words stand before, not counting those that say who and when. */
    private long before(int index) {
        var leading = hits.stream()
                .filter(hit -> hit.leads() && hit.last() < index)
                .mapToInt(hit -> hit.last() - hit.first() + 1)
                .sum();
        return index - first - leading;
    }
}
