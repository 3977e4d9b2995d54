package org.giaoban.kernel;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese words: one Unicode form, folding for search, and the order of names. */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NOT_FOR_A_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_SLUG = 80;
    private static final Comparator<String> NAME_ORDER = Comparator.comparing(
                    VietnameseText::givenName, VietnameseOrder.LETTERS)
            .thenComparing(VietnameseOrder.LETTERS);

    private VietnameseText() {}

    /** The composed Unicode form, in which everything is stored. */
    public static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Lower case without any mark, đ as d: what a search compares. */
    public static String fold(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        return nfc(bare.replace('đ', 'd'));
    }

    /** Lower case without the five tones; ă â ê ô ơ ư đ stay. */
    public static String detone(String text) {
        var apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return nfc(TONES.matcher(apart).replaceAll(""));
    }

    /** The last word of a full name, by which Vietnamese lists are sorted. */
    public static String givenName(String fullName) {
        var words = SPACES.split(SPACES.matcher(nfc(fullName)).replaceAll(" ").strip());
        return words[words.length - 1];
    }

    /** Names by given name, then by the whole name, in the order of the Vietnamese alphabet. */
    public static Comparator<String> nameOrder() {
        return NAME_ORDER;
    }

    /** Words in the order of the Vietnamese alphabet: a ă â b c d đ …, tones after letters, case last. */
    public static Comparator<String> alphabetical() {
        return VietnameseOrder.LETTERS;
    }

    /** A readable piece of an address: {@code giao-ban-thang-10-2018}. */
    public static String slug(String text) {
        var dashed = NOT_FOR_A_SLUG.matcher(fold(text)).replaceAll("-");
        var from = dashed.startsWith("-") ? 1 : 0;
        var words = dashed.substring(from);
        if (words.length() > LONGEST_SLUG) {
            var cut = words.lastIndexOf('-', LONGEST_SLUG);
            words = words.substring(0, cut > 0 ? cut : LONGEST_SLUG);
        }
        return words.endsWith("-") ? words.substring(0, words.length() - 1) : words;
    }
}
