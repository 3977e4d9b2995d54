package org.giaoban.proofreading;

import java.math.BigDecimal;
import org.giaoban.kernel.Qualifier;

/** A number that counts something: where it stands, what it is worth as written, and how exact it claims to be. */
public record FoundNumber(int from, int to, BigDecimal value, boolean percent, Qualifier qualifier) {

    int decimals() {
        return Math.max(0, value.scale());
    }

    boolean exact() {
        return qualifier == Qualifier.EXACT;
    }
}
