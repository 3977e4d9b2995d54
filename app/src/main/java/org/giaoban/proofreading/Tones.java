package org.giaoban.proofreading;

import org.giaoban.kernel.VietnameseText;

/** Puts a tone where offices write it: hòa, thủy, quý, giữa, nguyễn. */
final class Tones {

    private static final String VOWELS = "aăâeêioôơuưy";
    private static final String CHIEF = "ăâêôơư";

    private Tones() {}

    static String put(String bare, String tone) {
        var at = tone.isEmpty() ? -1 : place(bare);
        return at < 0 ? bare : VietnameseText.nfc(bare.substring(0, at + 1) + tone + bare.substring(at + 1));
    }

    private static int place(String bare) {
        var first = bare.startsWith("qu") || bare.startsWith("gi") && bare.length() > 2 && vowel(bare, 2) ? 2 : 0;
        while (first < bare.length() && !vowel(bare, first)) {
            first++;
        }
        var last = first;
        while (last < bare.length() && vowel(bare, last)) {
            last++;
        }
        for (var at = last - 1; at >= first; at--) {
            if (CHIEF.indexOf(bare.charAt(at)) >= 0) {
                return at;
            }
        }
        var several = last - first;
        if (several == 0) {
            return -1;
        }
        var closed = last < bare.length();
        return several == 1 ? first : several == 2 ? first + (closed ? 1 : 0) : first + 1;
    }

    private static boolean vowel(String bare, int at) {
        return VOWELS.indexOf(bare.charAt(at)) >= 0;
    }
}
