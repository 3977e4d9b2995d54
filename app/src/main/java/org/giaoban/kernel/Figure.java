package org.giaoban.kernel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One value of one indicator, or the reason why there is none. */
public sealed interface Figure {

    /** A value, with what it was computed from when it is a share, and how exact it is. */
    record Present(
            BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Qualifier qualifier) implements Figure {

        public Present {
            if ((numerator == null) != (denominator == null)) {
                throw new IllegalArgumentException("Numerator and denominator come together or not at all");
            }
        }

        private Present add(Present other) {
            return new Present(
                    value.add(other.value),
                    sumOrNull(numerator, other.numerator),
                    sumOrNull(denominator, other.denominator),
                    qualifier.and(other.qualifier));
        }

        private static @Nullable BigDecimal sumOrNull(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return one == null || other == null ? null : one.add(other);
        }
    }

    /** No value, and why. */
    record Missing(Absence absence) implements Figure {}

    static Figure of(BigDecimal value) {
        return new Present(value, null, null, Qualifier.EXACT);
    }

    static Figure of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    static Figure missing(Absence absence) {
        return new Missing(absence);
    }

    /** A share times a factor (100 for a percentage); of nothing there is no share. */
    static Figure share(BigDecimal numerator, BigDecimal denominator, BigDecimal factor) {
        if (denominator.signum() == 0) {
            return new Missing(Absence.NOT_APPLICABLE);
        }
        var value = numerator.multiply(factor).divide(denominator, MathContext.DECIMAL64);
        return new Present(value, numerator, denominator, Qualifier.EXACT);
    }

    /** The value, if there is one. */
    default Optional<BigDecimal> amount() {
        return this instanceof Present present ? Optional.of(present.value()) : Optional.empty();
    }

    default boolean present() {
        return this instanceof Present;
    }

    /** How exact the value is; of what is missing nothing is said. */
    default Qualifier exactness() {
        return this instanceof Present present ? present.qualifier() : Qualifier.EXACT;
    }

    /** The same value, said with another exactness. */
    default Figure qualified(Qualifier qualifier) {
        return switch (this) {
            case Present p -> new Present(p.value(), p.numerator(), p.denominator(), qualifier);
            case Missing missing -> missing;
        };
    }

    /** The sum; values, numerators and denominators each add up. Whoever adds shares calls {@link #recomputed} last. */
    default Figure plus(Figure other) {
        return switch (this) {
            case Present mine -> other instanceof Present theirs ? mine.add(theirs) : mine;
            case Missing mine ->
                switch (other) {
                    case Present theirs -> theirs;
                    case Missing theirs -> new Missing(mine.absence().and(theirs.absence()));
                };
        };
    }

    /** A sum of shares brought back to a share: numerator over denominator, never a sum of percentages. */
    default Figure recomputed(BigDecimal factor) {
        if (this instanceof Present(var _, var numerator, var denominator, var qualifier)
                && numerator != null
                && denominator != null) {
            return share(numerator, denominator, factor).qualified(qualifier);
        }
        return this;
    }
}
