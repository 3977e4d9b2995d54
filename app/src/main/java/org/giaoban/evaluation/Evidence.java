package org.giaoban.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was counted: a part of a whole, or a number alone. */
record Evidence(Measure measure, BigDecimal part, @Nullable BigDecimal whole) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Evidence share(Measure measure, int part, int whole) {
        return new Evidence(measure, BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    static Evidence number(Measure measure, long number) {
        return new Evidence(measure, BigDecimal.valueOf(number), null);
    }

    /** Per cent of a share, exact to two decimals; empty when there was nothing to measure. */
    Optional<BigDecimal> value() {
        if (whole == null) {
            return Optional.of(part);
        }
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP));
    }

    /** Whether the value is at least this much, without rounding. */
    boolean reaches(BigDecimal bound) {
        if (whole == null) {
            return part.compareTo(bound) >= 0;
        }
        return part.multiply(HUNDRED).compareTo(bound.multiply(whole)) >= 0;
    }
}
