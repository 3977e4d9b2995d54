package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.Arrays;

/** Writes numbers in as few bytes as they need. */
final class PackedWriter {

    private static final int START = 256;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int LONG_BITS = 63;

    private byte[] bytes = new byte[START];
    private int size;

    void number(long number) {
        var left = number << 1 ^ number >> LONG_BITS;
        while ((left & ~SEVEN_BITS) != 0) {
            put((byte) (left & SEVEN_BITS | MORE));
            left >>>= 7;
        }
        put((byte) left);
    }

    /** Its value; how many zeros stood behind the point is not kept. */
    void decimal(BigDecimal decimal) {
        var least = decimal.scale() == 0 ? decimal : decimal.stripTrailingZeros();
        least = least.scale() < 0 ? least.setScale(0) : least;
        var digits = least.unscaledValue();
        var large = digits.bitLength() >= LONG_BITS;
        number(least.scale() * 2L + (large ? 1 : 0));
        if (large) {
            bytes(digits.toByteArray());
        } else {
            number(digits.longValue());
        }
    }

    void bytes(byte[] more) {
        number(more.length);
        for (var each : more) {
            put(each);
        }
    }

    private void put(byte one) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = one;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }
}
