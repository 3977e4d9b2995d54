package org.giaoban.platform;

/**
 * Puts an apostrophe before what a spreadsheet would take for a formula: at the beginning of a cell, after whatever is not seen there,
 * and inside it where a reader with other settings begins a new cell.
 */
final class FormulaGuard {

    private static final String DANGEROUS = "=+-@＝＋－＠";

    /** Offices with a decimal comma part their cells by semicolons; their reader sees our quotation marks elsewhere, and other ends of lines. */
    private static final String ELSEWHERE = ";\t\r\n";

    private static final char GUARD = '\'';

    private FormulaGuard() {}

    static String guarded(String text) {
        StringBuilder guarded = null;
        var done = 0;
        for (var at = 0; at < text.length(); at++) {
            if (begins(text, at) && (dangerous(text, at) || at == 0 && parts(text, 0))) {
                guarded = guarded == null ? new StringBuilder(text.length() + 4) : guarded;
                guarded.append(text, done, at).append(GUARD);
                done = at;
            }
        }
        return guarded == null
                ? text
                : guarded.append(text, done, text.length()).toString();
    }

    /** The text as it was before it was guarded. */
    static String bare(String text) {
        var bare = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            var guard = text.charAt(at) == GUARD
                    && begins(text, at)
                    && (dangerous(text, at + 1) || at == 0 && parts(text, 1));
            if (!guard) {
                bare.append(text.charAt(at));
            }
        }
        return bare.toString();
    }

    private static boolean begins(String text, int at) {
        return at == 0 || parts(text.charAt(at - 1));
    }

    private static boolean parts(char letter) {
        return ELSEWHERE.indexOf(letter) >= 0;
    }

    /** Whether a cell begins with such a mark, behind guards of the author's own. */
    private static boolean parts(String text, int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) == GUARD) {
            at++;
        }
        return at < text.length() && parts(text.charAt(at));
    }

    /** Whether the first thing that counts from here on begins a formula; a guard of the author's own is guarded again. */
    private static boolean dangerous(String text, int from) {
        var at = from;
        while (at < text.length() && unseen(text.charAt(at))) {
            at++;
        }
        return at < text.length() && DANGEROUS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean unseen(char letter) {
        return !parts(letter)
                && (letter == '"'
                        || letter == GUARD
                        || Character.isWhitespace(letter)
                        || Character.isSpaceChar(letter)
                        || Character.isISOControl(letter)
                        || Character.getType(letter) == Character.FORMAT);
    }
}
