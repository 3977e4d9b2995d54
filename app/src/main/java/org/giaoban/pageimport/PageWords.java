package org.giaoban.pageimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Profile;

/** The profile's words that stand around texts, as they hold on a day; compared without case, tones and marks. */
final class PageWords {

    private final Map<String, List<String>> lists = new HashMap<>();

    private PageWords(Map<?, ?> version) {
        version.forEach((name, words) -> {
            if (words instanceof List<?> list) {
                lists.put(name.toString(), folded(list));
            }
        });
    }

    static PageWords of(Profile profile, LocalDate day) {
        var found = Map.<Object, Object>of();
        for (var each : profile.yaml("pages.yaml", List.class)) {
            var version = (Map<?, ?>) Objects.requireNonNull(each);
            if (!LocalDate.parse(String.valueOf(version.get("from"))).isAfter(day)) {
                found = Map.copyOf(version);
            }
        }
        return new PageWords(found);
    }

    private static List<String> folded(List<?> words) {
        var folded = new ArrayList<String>();
        words.forEach(word -> folded.add(VietnameseText.fold(word.toString())));
        folded.sort((one, other) -> other.length() - one.length());
        return List.copyOf(folded);
    }

    List<String> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    /** Whether the text is one of the words, alone or with a number or a few signs behind it. */
    boolean whole(String name, String text) {
        var plain = bare(text);
        return list(name).stream()
                .anyMatch(word -> plain.equals(word) || (plain.startsWith(word) && plain.length() <= word.length() + 2));
    }

    /** Whether the text begins with one of the words and that word ends there. */
    boolean begins(String name, String text) {
        var plain = VietnameseText.fold(text).strip();
        return list(name).stream().anyMatch(word -> startsWord(plain, word));
    }

    /** Whether one of the words stands in the text as a word. */
    boolean holds(String name, String text) {
        var plain = " " + VietnameseText.fold(text).replaceAll("[^a-z0-9]+", " ") + " ";
        return list(name).stream().anyMatch(word -> plain.contains(" " + word + " "));
    }

    /** Whether one of the names is a part of what a page calls a container. */
    boolean named(String name, String names) {
        return list(name).stream().anyMatch(names::contains);
    }

    private static boolean startsWord(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length()
                        || !Character.isLetterOrDigit(word.charAt(word.length() - 1))
                        || !Character.isLetterOrDigit(text.charAt(word.length())));
    }

    /** Letters only: numbers and signs around a tool's name change with every page. */
    private static String bare(String text) {
        return VietnameseText.fold(text).replaceAll("[^a-z©]+", " ").strip();
    }
}
