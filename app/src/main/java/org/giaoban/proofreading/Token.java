package org.giaoban.proofreading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;

/** A word of a text: as written, small, and with the tone behind the letters, so that both habits of placing it are one. */
record Token(String text, String small, String key, int from, int to) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)?");
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        var found = WORD.matcher(text);
        while (found.find()) {
            var small = VietnameseText.nfc(found.group().toLowerCase(Locale.ROOT));
            tokens.add(new Token(found.group(), small, key(small), found.start(), found.end()));
        }
        return tokens;
    }

    static String key(String word) {
        var tone = TONE.matcher(Normalizer.normalize(word, Normalizer.Form.NFD));
        return VietnameseText.detone(word) + (tone.find() ? tone.group() : "");
    }

    /** The words of a phrase as keys, put together. */
    static String keys(String phrase) {
        return String.join(" ", of(phrase).stream().map(Token::key).toList());
    }

    boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    /** Written in capitals throughout: a short name or a heading. */
    boolean shout() {
        return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
    }
}
