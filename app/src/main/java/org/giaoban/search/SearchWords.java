package org.giaoban.search;

import java.util.Arrays;
import java.util.List;
import org.giaoban.kernel.VietnameseText;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The words of a query, without tones; as a condition a trigram index can answer. */
public record SearchWords(List<String> words) {

    /** Whoever types more has said enough. */
    private static final int MOST = 8;

    /** From this length on a piece of a word is enough; shorter ones stand at the beginning of a word. */
    private static final int TRIGRAM = 3;

    public static SearchWords of(String query) {
        return new SearchWords(Arrays.stream(VietnameseText.fold(query).split("[\\s\\p{Z}]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .distinct()
                .limit(MOST)
                .toList());
    }

    /** All words occur in the folded column; without a word nothing does. */
    public Condition in(Field<String> folded) {
        return words.stream()
                .map(word -> occurs(folded, word))
                .reduce(Condition::and)
                .orElseGet(DSL::falseCondition);
    }

    /** The same for a text at hand. */
    public boolean in(String text) {
        var folded = VietnameseText.fold(text);
        return !words.isEmpty() && words.stream().allMatch(word -> occurs(folded, word));
    }

    private static Condition occurs(Field<String> folded, String word) {
        return word.length() >= TRIGRAM
                ? folded.contains(word)
                : folded.startsWith(word).or(folded.contains(" " + word));
    }

    private static boolean occurs(String folded, String word) {
        return word.length() >= TRIGRAM
                ? folded.contains(word)
                : folded.startsWith(word) || folded.contains(" " + word);
    }
}
