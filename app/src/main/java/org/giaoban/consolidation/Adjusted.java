package org.giaoban.consolidation;

import java.math.BigDecimal;
import java.util.List;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Figure.Present;
import org.jspecify.annotations.Nullable;

/**
 * A level's figure when some of the units below stand by another one than their rows now say: what they sent up takes the
 * place of their share. Values add up, shares by numerator and denominator, so nothing but the difference moves.
 */
final class Adjusted {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Adjusted() {}

    /** One unit's share as the rows say it, and as the unit sent it up. */
    record Change(Figure from, Figure to) {}

    /**
     * Puts the changes into a figure.
     *
     * @param others whether any unit says something that is not changed
     */
    static Figure of(Indicator indicator, Figure live, List<Change> changes, boolean others) {
        if (changes.isEmpty()) {
            return live;
        }
        boolean nobody =
                !others && changes.stream().noneMatch(change -> change.to().present());
        if (nobody) {
            return Figure.missing(Absence.NOT_REPORTED);
        }
        var sum = live instanceof Present present ? present : (Present) Figure.of(0);
        for (var change : changes) {
            sum = plus(sum, change.to(), BigDecimal.ONE);
            sum = plus(sum, change.from(), BigDecimal.ONE.negate());
        }
        return sum.recomputed(indicator.type() == Indicator.Type.PERCENT ? PERCENT : BigDecimal.ONE);
    }

    private static Present plus(Present sum, Figure more, BigDecimal sign) {
        if (!(more instanceof Present present)) {
            return sum;
        }
        return new Present(
                sum.value().add(present.value().multiply(sign)),
                part(sum.numerator(), present.numerator(), sign),
                part(sum.denominator(), present.denominator(), sign),
                sign.signum() > 0 ? sum.qualifier().and(present.qualifier()) : sum.qualifier());
    }

    private static @Nullable BigDecimal part(@Nullable BigDecimal sum, @Nullable BigDecimal more, BigDecimal sign) {
        if (more == null) {
            return sum;
        }
        return sum == null ? more.multiply(sign) : sum.add(more.multiply(sign));
    }
}
