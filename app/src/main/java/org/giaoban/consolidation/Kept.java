package org.giaoban.consolidation;

import java.math.BigDecimal;
import java.util.List;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.jspecify.annotations.Nullable;

/** What was stated as it is kept: a figure's parts, or the reason why there is none, or a list of words. */
record Kept(
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable Qualifier qualifier,
        @Nullable Absence absence,
        @Nullable List<Stated.Entry> words) {

    static final Figure SILENCE = Figure.missing(Absence.NOT_REPORTED);

    static Kept of(Stated stated) {
        return switch (stated) {
            case Stated.Words(var entries) -> new Kept(null, null, null, null, null, entries);
            case Stated.Number(Figure.Present(var value, var numerator, var denominator, var qualifier)) ->
                new Kept(value, numerator, denominator, qualifier, null, null);
            case Stated.Number(Figure.Missing(var absence)) -> new Kept(null, null, null, null, absence, null);
        };
    }

    Stated stated() {
        return words == null ? Stated.of(figure()) : new Stated.Words(words);
    }

    private Figure figure() {
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
