package org.giaoban.platform;

import java.math.BigDecimal;

/** How many bytes, in words. */
public final class Sizes {

    private static final long STEP = 1024;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Sizes() {}

    public static String text(long bytes) {
        var value = (double) bytes;
        var unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return Formats.number(BigDecimal.valueOf(value), value < 10 && unit > 0 ? 1 : 0) + "\u00a0" + UNITS[unit];
    }
}
