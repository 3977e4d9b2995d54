package org.giaoban.indicators;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Reads what {@link PackedWriter} wrote. */
final class PackedReader {

    private static final int SEVEN_BITS = 0x7f;

    private final byte[] bytes;
    private int at;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean more() {
        return at < bytes.length;
    }

    long number() {
        var number = 0L;
        var shift = 0;
        byte next;
        do {
            next = bytes[at++];
            number |= (long) (next & SEVEN_BITS) << shift;
            shift += 7;
        } while (next < 0);
        return number >>> 1 ^ -(number & 1);
    }

    BigDecimal decimal() {
        var head = number();
        var scale = (int) (head >> 1);
        return (head & 1) == 0 ? BigDecimal.valueOf(number(), scale) : new BigDecimal(new BigInteger(bytes()), scale);
    }

    void passDecimal() {
        if ((number() & 1) == 0) {
            number();
        } else {
            at += (int) number();
        }
    }

    byte[] bytes() {
        var size = (int) number();
        at += size;
        return Arrays.copyOfRange(bytes, at - size, at);
    }
}
