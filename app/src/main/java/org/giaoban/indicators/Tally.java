package org.giaoban.indicators;

import java.math.BigDecimal;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * Values of several units on their way to one figure.
 *
 * @param qualifiers bits of the qualifiers met: 1 over, 2 nearly, 4 about; and {@link #DIVIDED}, {@link #PART}
 * @param version grows with every change of a value behind it
 */
record Tally(Sums sums, Heads heads, int qualifiers, long version) {

    static final Tally NOTHING = new Tally(new Sums(null, null, null, null), new Heads(0, 0, 0, 0, 0, 0), 0, 0);

    /** A unit behind it is divided between branches, so that the whole tree knows exactly what its branches guess. */
    static final int DIVIDED = 8;

    /** Only a part of a unit behind it belongs into the tree. */
    static final int PART = 16;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int OVER = 1;
    private static final int NEARLY = 2;

    /** {@code every}: all months added up, also for what is not added up over time. */
    record Sums(
            @Nullable BigDecimal value,
            @Nullable BigDecimal every,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {

        private Sums plus(Sums other) {
            return new Sums(
                    sum(value, other.value),
                    sum(every, other.every),
                    sum(numerator, other.numerator),
                    sum(denominator, other.denominator));
        }

        private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.add(other);
        }
    }

    /**
     * Units by what they said.
     *
     * @param bare values of a rate that came without numerator and denominator
     * @param accepted units of which all that counts here was accepted by the unit above
     */
    record Heads(int present, int partial, int none, int notApplicable, int bare, int accepted) {

        private Heads plus(Heads other) {
            return new Heads(
                    present + other.present,
                    partial + other.partial,
                    none + other.none,
                    notApplicable + other.notApplicable,
                    bare + other.bare,
                    accepted + other.accepted);
        }

        private int said() {
            return present + partial + none + notApplicable;
        }
    }

    Tally plus(Tally other) {
        return new Tally(
                sums.plus(other.sums), heads.plus(other.heads), qualifiers | other.qualifiers, version + other.version);
    }

    /** As it counts in the whole tree. */
    Tally undivided() {
        return new Tally(sums, heads, qualifiers & ~DIVIDED, version);
    }

    /** Whether it rests on shares of units. */
    boolean estimated() {
        return (qualifiers & (DIVIDED | PART)) != 0;
    }

    /** The figure of all units together; {@code expected} decides what absence means. */
    Figure figure(Indicator indicator, int expected) {
        if (sums.value() == null) {
            return Figure.missing(absence(expected));
        }
        if (!indicator.rate()) {
            return new Figure.Present(sums.value(), null, null, qualifier());
        }
        if (heads.bare() > 0 || sums.numerator() == null || sums.denominator() == null) {
            // A percentage that came without its parts can stand alone, but cannot be put together with others.
            return heads.bare() == 1 && !estimated() && heads.present() + heads.partial() == 1
                    ? new Figure.Present(sums.value(), null, null, qualifier())
                    : Figure.missing(Absence.NOT_APPLICABLE);
        }
        return Figure.share(sums.numerator(), sums.denominator(), factor(indicator))
                .qualified(qualifier());
    }

    /** All months added up: what a formula takes by {@code each}. */
    Figure every(int expected) {
        return sums.every() == null
                ? Figure.missing(absence(expected))
                : Figure.of(sums.every()).qualified(qualifier());
    }

    FigureLine.Counts counts(int expected) {
        var all = Math.max(expected, heads.said());
        return new FigureLine.Counts(
                all,
                heads.present(),
                heads.partial(),
                heads.none(),
                heads.notApplicable(),
                all - heads.said(),
                heads.accepted());
    }

    static BigDecimal factor(Indicator indicator) {
        return indicator.type() == Indicator.Type.PERCENT ? HUNDRED : BigDecimal.ONE;
    }

    private Absence absence(int expected) {
        if (heads.said() == 0 || heads.said() < expected) {
            return Absence.NOT_REPORTED;
        }
        return heads.none() > 0 ? Absence.NONE : Absence.NOT_APPLICABLE;
    }

    private Qualifier qualifier() {
        return switch (qualifiers) {
            case 0 -> Qualifier.EXACT;
            case OVER -> Qualifier.OVER;
            case NEARLY -> Qualifier.NEARLY;
            default -> Qualifier.ABOUT;
        };
    }
}
