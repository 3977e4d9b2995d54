package org.giaoban.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.giaoban.indicators.FactOrigins.Origin;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/** Everything that stands behind one figure. */
public record Passport(
        Unit unit,
        Period period,
        FigureLine line,
        LocalDate treeOn,
        List<Term> terms,
        Behind behind,
        List<Month> series,
        List<Printed> printed) {

    private static final int MOST_ADDENDS = 15;

    /** The calculation with its numbers put in: "7 + 6 + 5 = 18", "778 / 1.091 × 100 = 71,3 %"; empty when there is none to show. */
    public String sum() {
        var indicator = line.indicator();
        var figure = line.actual().figure();
        var parts = FigureText.parts(figure);
        if (!parts.isEmpty()) {
            var factor = indicator.type() == Indicator.Type.PERCENT ? " × 100" : "";
            return parts.replace("/", " / ") + factor + " = " + FigureText.of(indicator, figure);
        }
        var addends = behind.children().stream()
                .map(child -> child.rolled().value())
                .filter(Objects::nonNull)
                .map(FigureText::plain)
                .toList();
        return indicator.rate() || behind.hidden() > 0 || addends.size() < 2 || addends.size() > MOST_ADDENDS
                ? ""
                : String.join(" + ", addends) + " = " + FigureText.of(indicator, figure);
    }

    /** A part of a formula with the number put in. */
    public record Term(boolean minus, Indicator indicator, Formula.Take take, Figure figure, boolean below) {}

    /** The rows: units below, values of the unit itself, and what counted before. */
    public record Behind(List<UnitFigure> children, int hidden, List<Value> own, List<Value> past) {}

    /** A stored value, down to the sheet and cell it was read from. */
    public record Value(
            Unit unit,
            Period period,
            Figure figure,
            int version,
            @Nullable String place,
            Origin origin,
            Entered entered,
            @Nullable Instant replacedAt) {}

    /** Who brought a value in, and when. */
    public record Entered(String byName, Instant at) {}

    /** One month of the series, with the indicator's figure and last year's beside it. */
    public record Month(Period period, Figure figure) {}

    /** A text that carries the figure as it was frozen. */
    public record Printed(FrozenFigure frozen, List<FigureUses.Use> uses) {}
}
