package org.giaoban.reorganisation;

import java.math.BigDecimal;

/** A unit that gives itself to another, or a share of itself; {@code estimated} when nobody said how much. */
record Giver(String code, BigDecimal share, boolean estimated) {

    static Giver whole(String code) {
        return new Giver(code, BigDecimal.ONE, false);
    }
}
