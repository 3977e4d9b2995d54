package org.giaoban.kernel;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Vietnamese words: one Unicode form, folding for search, and the order of names. */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NOT_FOR_A_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_SLUG = 80;
    private static final char LATIN_ENDS = '\u2070';
    private static final char NOT_ALONE = '\uffff';

    /** Blocks whose letters never melt with the next one once their marks are gone. */
    private static final Set<Character.UnicodeBlock> ALONE = Set.of(
            Character.UnicodeBlock.BASIC_LATIN,
            Character.UnicodeBlock.LATIN_1_SUPPLEMENT,
            Character.UnicodeBlock.LATIN_EXTENDED_A,
            Character.UnicodeBlock.LATIN_EXTENDED_B,
            Character.UnicodeBlock.LATIN_EXTENDED_ADDITIONAL,
            Character.UnicodeBlock.GENERAL_PUNCTUATION);

    private static final char[] BARE = bareLetters();
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
        var bare = new char[text.length()];
        for (var at = 0; at < bare.length; at++) {
            var letter = text.charAt(at);
            if (letter >= BARE.length || BARE[letter] == NOT_ALONE) {
                return folded(text);
            }
            bare[at] = BARE[letter];
        }
        return new String(bare);
    }

    /** What each letter of Vietnamese and its neighbours becomes wherever it stands, so that a page of text costs no more than a look at each. */
    private static char[] bareLetters() {
        var bare = new char[LATIN_ENDS];
        for (char letter = 0; letter < LATIN_ENDS; letter++) {
            var block = Character.UnicodeBlock.of(letter);
            var alone = block != null && ALONE.contains(block) ? folded(String.valueOf(letter)) : "";
            bare[letter] = alone.length() == 1 ? alone.charAt(0) : NOT_ALONE;
        }
        return bare;
    }

    private static String folded(String text) {
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
