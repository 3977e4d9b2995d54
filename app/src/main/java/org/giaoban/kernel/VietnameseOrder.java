package org.giaoban.kernel;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;

/** The order of Vietnamese words, as the database's vi collation has it: letters first, then tones, then case. */
final class VietnameseOrder {

    /** The JDK carries no Vietnamese collation rules, so the alphabet is spelt out. */
    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    static final Comparator<String> LETTERS = Comparator.comparing(VietnameseOrder::letters)
            .thenComparing(VietnameseOrder::tones)
            .thenComparing(VietnameseOrder::caseKey);

    private VietnameseOrder() {}

    private static String letters(String text) {
        var key = new StringBuilder();
        VietnameseText.detone(text).chars().map(VietnameseOrder::rank).forEach(rank -> key.append((char) rank));
        return key.toString();
    }

    /** Letters come after everything that is not one (spaces, digits, marks), foreign letters at the very end. */
    private static int rank(int c) {
        var place = ALPHABET.indexOf(c);
        if (place >= 0) {
            return 'a' + place;
        }
        return c < 'a' ? c : 'a' + ALPHABET.length() + c;
    }

    /** For each syllable letter the tone on it, level tone first. */
    private static String tones(String text) {
        var key = new StringBuilder();
        for (var c : Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .toCharArray()) {
            var tone = 0;
            for (var mark :
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toCharArray()) {
                tone = Math.max(tone, TONES.indexOf(mark) + 1);
            }
            key.append((char) tone);
        }
        return key.toString();
    }

    /** Small letters before capitals, which is the other way round in Unicode. */
    private static String caseKey(String text) {
        var key = new StringBuilder();
        VietnameseText.nfc(text).chars().forEach(c -> key.append(Character.isUpperCase(c) ? '1' : '0'));
        return key.toString();
    }
}
