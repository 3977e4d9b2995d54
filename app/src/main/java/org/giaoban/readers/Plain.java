package org.giaoban.readers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.giaoban.kernel.VietnameseText;

/**
 * A text as it is looked through for words: small letters, one space between words, nothing invisible, letters that somebody
 * set apart with dots or spaces put together again, and letters that were stretched shortened. Marks count only in a text that
 * has any: who types without them is read without them.
 */
record Plain(String text, String together, boolean marked) {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern APART =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?:[\\s._*-]\\p{L})+(?![\\p{L}\\p{N}])");

    static Plain of(String written) {
        var small =
                VietnameseText.nfc(INVISIBLE.matcher(written).replaceAll("")).toLowerCase(Locale.ROOT);
        var bare = VietnameseText.fold(small);
        var joined = APART.matcher(small)
                .replaceAll(found -> BETWEEN.matcher(found.group()).replaceAll(""));
        return new Plain(words(small), words(joined), !bare.equals(small));
    }

    private static String words(String small) {
        return " "
                + BETWEEN.matcher(STRETCHED.matcher(small).replaceAll("$1"))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    boolean has(String word) {
        var wanted = words(VietnameseText.nfc(word).toLowerCase(Locale.ROOT));
        var looked = marked ? wanted : VietnameseText.fold(wanted);
        return text.contains(looked) || together.contains(looked);
    }
}
