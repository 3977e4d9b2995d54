package org.giaoban.platform.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a sentence what may be somebody's data. Sentences of ours are English and name things by ids: what is quoted and no
 * name of a program's thing, what is not English, addresses and long numbers came from elsewhere.
 */
final class Discretion {

    static final String LEFT_OUT = "[…]";

    private static final Pattern ROW = Pattern.compile("(?s)Failing row contains.*|(?<=\\)=)\\(.*?\\)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w.-]{1,255}");
    /** Eight digits and more, also in groups; days and the parts of ids are none. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])(?!\\d{4}-\\d{2}-\\d{2})\\+?\\d(?:[ .-]?\\d){7,}(?![\\w-])");
    /** Names of classes, columns, settings and addresses begin with a small letter. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?<![\\p{L}\\d])(\"(?![a-z][\\w.$:/-]*\")[^\"\n]+\"|'(?![a-z][\\w.$:/-]*')[^'\n]+'|‘[^’\n]+’|“[^”\n]+”)");

    private static final Pattern NOT_ENGLISH = Pattern.compile("[^\\x00-\\x7f]");

    private Discretion() {}

    static @Nullable String ofNullable(@Nullable String sentence) {
        return sentence == null ? null : of(sentence);
    }

    static String of(String sentence) {
        var less = ROW.matcher(sentence).replaceAll(LEFT_OUT);
        less = MAIL.matcher(less).replaceAll(LEFT_OUT);
        less = NUMBER.matcher(less).replaceAll(LEFT_OUT);
        less = QUOTED.matcher(less).replaceAll(LEFT_OUT);
        return NOT_ENGLISH.matcher(less.replace(LEFT_OUT, "")).find() ? english(less) : less;
    }

    /** Words with letters that English has not, and names beside them. */
    private static String english(String sentence) {
        var kept = new StringBuilder();
        var words = sentence.split("(?<= )|(?= )|(?<=\n)|(?=\n)");
        for (var at = 0; at < words.length; at++) {
            kept.append(foreign(words, at) ? LEFT_OUT : words[at]);
        }
        return kept.toString();
    }

    private static boolean foreign(String[] words, int at) {
        return own(words[at]) || named(words[at]) && (beside(words, at, 1) || beside(words, at, -1));
    }

    /** Whether a run of capitalised words leads to a foreign one. */
    private static boolean beside(String[] words, int from, int step) {
        for (var at = from + step; at >= 0 && at < words.length; at += step) {
            if (own(words[at])) {
                return true;
            }
            if (!words[at].isBlank() && !named(words[at])) {
                return false;
            }
        }
        return false;
    }

    private static boolean own(String word) {
        return NOT_ENGLISH.matcher(word.replace(LEFT_OUT, "")).find();
    }

    private static boolean named(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    }
}
