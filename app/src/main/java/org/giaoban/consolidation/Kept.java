package org.giaoban.consolidation;

import java.math.BigDecimal;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.jspecify.annotations.Nullable;

/** A figure as it is kept: its parts, or the reason why there is none. */
record Kept(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Qualifier qualifier,
        @Nullable Absence absence) {

    static final Figure SILENCE = Figure.missing(Absence.NOT_REPORTED);

    static Kept of(Figure figure) {
        return switch (figure) {
            case Figure.Present(var value, var numerator, var denominator, var qualifier) ->
                new Kept(value, numerator, denominator, qualifier, null);
            case Figure.Missing(var absence) -> new Kept(null, null, null, null, absence);
        };
    }

    Figure figure() {
        if (value == null || qualifier == null) {
            return Figure.missing(absence == null ? Absence.NOT_REPORTED : absence);
        }
        return new Figure.Present(value, numerator, denominator, qualifier);
    }

    /** Equal for equal figures: 16.70 and 16.7 are the same. */
    static String key(Figure figure) {
        return switch (figure) {
            case Figure.Present(var value, var numerator, var denominator, var qualifier) ->
                plain(value) + "|" + plain(numerator) + "|" + plain(denominator) + "|" + qualifier;
            case Figure.Missing(var absence) -> absence.name();
        };
    }

    static boolean same(Figure one, Figure other) {
        return key(one).equals(key(other));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
