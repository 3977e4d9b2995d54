package org.giaoban.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The phrases by their first words, to find them in a text. */
final class PhraseBook {

    private record Phrase(Sense sense, List<Word> words) {}

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    PhraseBook(Collection<Map.Entry<Sense, String>> phrases) {
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

    /** The longest phrase at each place; what it covers is not looked at again. */
    List<Hit> hits(List<Word> words) {
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

    private @Nullable Phrase longest(List<Word> words, int index, boolean marked) {
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
