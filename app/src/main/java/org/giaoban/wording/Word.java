package org.giaoban.wording;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;

/**
 * A word or number of a text with its place. The key puts the tone behind the syllable, so that both habits of writing it and
 * both Unicode forms are one; the bare form is for texts typed without marks.
 */
record Word(String key, String bare, int from, int to) {

    /** Under which all numbers are one. */
    static final String NUMBER = "0";

    private static final Pattern WORD = Pattern.compile("\\p{N}[\\p{N}./,%-]*|[\\p{L}\\p{M}]+");
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

    static List<Word> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> word(found.group(), found.start()))
                .toList();
    }

    private static Word word(String written, int from) {
        var to = from + written.length();
        if (Character.isDigit(written.codePointAt(0))) {
            return new Word(written, written, from, to);
        }
        var lower = written.toLowerCase(Locale.ROOT);
        var tone = TONE.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD));
        var key = VietnameseText.detone(lower) + (tone.find() ? tone.group() : "");
        return new Word(key, VietnameseText.fold(lower), from, to);
    }

    boolean number() {
        return Character.isDigit(key.codePointAt(0));
    }

    /** Whether this word of a text is that word of a phrase; marks count only in texts that have any, numbers are all one. */
    boolean matches(Word phrase, boolean marked) {
        if (phrase.number()) {
            return number();
        }
        return marked ? key.equals(phrase.key) : bare.equals(phrase.bare);
    }

    boolean plain() {
        return key.equals(bare);
    }
}
