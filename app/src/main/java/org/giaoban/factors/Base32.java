package org.giaoban.factors;

/** Bytes as letters and the digits 2 to 7 (RFC 4648), as code apps take them. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder();
        var held = 0;
        var kept = 0;
        for (var one : bytes) {
            kept = kept << Byte.SIZE | one & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(LETTERS.charAt(kept >> held & 31));
            }
            kept &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(LETTERS.charAt(kept << BITS - held & 31));
        }
        return text.toString();
    }
}
