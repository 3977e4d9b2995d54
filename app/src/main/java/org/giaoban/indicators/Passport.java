package org.giaoban.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.indicators.FactOrigins.Origin;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/** Everything that stands behind one figure. */
record Passport(
        Unit unit,
        Period period,
        FigureLine line,
        LocalDate treeOn,
        List<Term> terms,
        Behind behind,
        List<Month> series,
        List<Printed> printed) {

    /** A part of a formula with the number put in. */
    record Term(boolean minus, Indicator indicator, Formula.Take take, Figure figure, boolean below) {}

    /** The rows: units below, values of the unit itself, and what counted before. */
    record Behind(List<UnitFigure> children, int hidden, List<Value> own, List<Value> past) {}

    /** A stored value, down to the sheet and cell it was read from. */
    record Value(
            Unit unit,
            Period period,
            Figure figure,
            int version,
            @Nullable String place,
            Origin origin,
            Entered entered,
            @Nullable Instant replacedAt) {}

    /** Who brought a value in, and when. */
    record Entered(String byName, Instant at) {}

    /** One month of the series, with the indicator's figure and last year's beside it. */
    record Month(Period period, Figure figure) {}

    /** A text that carries the figure as it was frozen. */
    record Printed(FrozenFigure frozen, List<FigureUses.Use> uses) {}
}
