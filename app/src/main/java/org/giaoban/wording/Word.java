package org.giaoban.wording;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;

/**
 * A word or number of a text with its place. The key puts the tone behind the syllable, so that both habits of writing it and
 * both Unicode forms are one; the bare form is for texts typed without marks. A name has a capital in a text that has small
 * letters too; after a stop a new sentence begins.
 */
record Word(String key, String bare, int from, int to, boolean name, boolean begins) {

    /** Under which all numbers are one. */
    static final String NUMBER = "0";

    /** In a phrase: any word with a capital. */
    private static final String NAME = "x";

    private static final Pattern WORD = Pattern.compile("\\p{N}[\\p{N}./,%-]*|[\\p{L}\\p{M}]+");
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern STOP = Pattern.compile("[.;:!?\n]");

    static List<Word> of(String text) {
        var small = text.codePoints().anyMatch(Character::isLowerCase);
        var words = new ArrayList<Word>();
        var found = WORD.matcher(text);
        for (var done = 0; found.find(); done = found.end()) {
            var begins = STOP.matcher(text.substring(done, found.start())).find();
            var capital = Character.isUpperCase(found.group().codePointAt(0));
            words.add(word(found.group(), found.start(), small && capital, begins));
        }
        return words;
    }

    private static Word word(String written, int from, boolean name, boolean begins) {
        var to = from + written.length();
        if (Character.isDigit(written.codePointAt(0))) {
            return new Word(written, written, from, to, name, begins);
        }
        var lower = written.toLowerCase(Locale.ROOT);
        var tone = TONE.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD));
        var key = VietnameseText.detone(lower) + (tone.find() ? tone.group() : "");
        return new Word(key, VietnameseText.fold(lower), from, to, name, begins);
    }

    boolean number() {
        return Character.isDigit(key.codePointAt(0));
    }

    /** Whether this word of a text is that word of a phrase; marks count only in texts that have any, numbers are all one. */
    boolean matches(Word phrase, boolean marked) {
        if (phrase.number()) {
            return number();
        }
        if (phrase.name && phrase.key.equals(NAME)) {
            return name;
        }
        return marked ? key.equals(phrase.key) : bare.equals(phrase.bare);
    }

    boolean plain() {
        return key.equals(bare);
    }
}
