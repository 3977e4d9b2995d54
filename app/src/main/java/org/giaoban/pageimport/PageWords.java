package org.giaoban.pageimport;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Profile;

/** The profile's words that stand around texts, as they hold on a day; a text without marks is compared without marks. */
final class PageWords {

    static final String FILE = "pages.yaml";
    static final PageWords NONE = new PageWords(Map.of());

    private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final int LONGEST = 400;

    private final Map<String, List<String>> marked = new HashMap<>();
    private final Map<String, List<String>> bare = new HashMap<>();

    private PageWords(Map<?, ?> version) {
        version.forEach((name, words) -> {
            if (words instanceof List<?> list) {
                var texts = list.stream()
                        .map(String::valueOf)
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList();
                marked.put(name.toString(), texts.stream().map(PageWords::key).toList());
                bare.put(
                        name.toString(),
                        texts.stream().map(VietnameseText::fold).toList());
            }
        });
    }

    static PageWords of(Profile profile, LocalDate day) {
        var found = Map.<Object, Object>of();
        for (var each : profile.yaml(FILE, List.class)) {
            var version = (Map<?, ?>) Objects.requireNonNull(each);
            if (!LocalDate.parse(String.valueOf(version.get("from"))).isAfter(day)) {
                found = Map.copyOf(version);
            }
        }
        return new PageWords(found);
    }

    /** The words without marks, longest first. */
    List<String> folded(String name) {
        return bare.getOrDefault(name, List.of());
    }

    /** Whether the text is one of the words, alone or with a number or a few signs behind it. */
    boolean whole(String name, String text) {
        var plain = key(text).replaceAll("[^\\p{L}\\p{M}©]+", " ").strip();
        return words(name, text).stream()
                .anyMatch(
                        word -> plain.equals(word) || (plain.startsWith(word) && plain.length() <= word.length() + 2));
    }

    /** Whether the text begins with one of the words and that word ends there. */
    boolean begins(String name, String text) {
        var plain = key(text).strip();
        return words(name, text).stream().anyMatch(word -> startsWord(plain, word));
    }

    /** Whether one of the words stands in the text as a word. */
    boolean holds(String name, String text) {
        var plain = " " + key(text).replaceAll("[^\\p{L}\\p{M}0-9/]+", " ") + " ";
        return words(name, text).stream().anyMatch(word -> plain.contains(" " + word + " "));
    }

    /** Whether one of the names is a part of what a page calls a container. */
    boolean named(String name, String names) {
        return folded(name).stream().anyMatch(names::contains);
    }

    private List<String> words(String name, String text) {
        var unmarked = text.chars().allMatch(c -> c < 0x80);
        return (unmarked ? bare : marked).getOrDefault(name, List.of());
    }

    private static boolean startsWord(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length()
                        || !Character.isLetterOrDigit(word.charAt(word.length() - 1))
                                && !TONE.matcher(word.substring(word.length() - 1))
                                        .matches()
                        || !Character.isLetterOrDigit(text.charAt(word.length()))
                                && Character.getType(text.charAt(word.length())) != Character.NON_SPACING_MARK);
    }

    /** Lower case with the tone behind each syllable, so that "uỷ" is "ủy" and "bà" is not "ba". */
    private static String key(String text) {
        var begin = text.substring(0, Math.min(text.length(), LONGEST));
        var apart = Normalizer.normalize(begin.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return SYLLABLE.matcher(apart).replaceAll(hit -> {
            var tone = new StringBuilder();
            TONE.matcher(hit.group()).results().forEach(found -> tone.append(found.group()));
            return TONE.matcher(hit.group()).replaceAll("") + tone;
        });
    }
}
