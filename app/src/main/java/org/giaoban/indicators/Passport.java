package org.giaoban.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.formulas.Take;
import org.giaoban.indicators.FactOrigins.Origin;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Everything that stands behind one figure. */
public record Passport(
        Unit unit,
        Period period,
        FigureLine line,
        Seen seen,
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

    /** The address of another passport, by the same tree. */
    public String href(String unitCode, String other, Period of) {
        return seen.tree().view().on(Figures.href(unitCode, other, of));
    }

    /** The same figure without a choice of the tree. */
    public String plainHref() {
        return Figures.href(unit.code(), line.indicator().code(), period);
    }

    /** The tree it is shown by, and the units of then of which only a part counts in it. */
    public record Seen(TreeChoices.Choice tree, List<Part> parts, int more) {

        private static final int MOST = 20;

        static Seen of(TreeChoices.Choice choice, Tree tree) {
            var parts = tree.parts();
            return new Seen(
                    choice,
                    parts.entrySet().stream()
                            .limit(MOST)
                            .map(part -> new Part(part.getKey().shortName(), part.getValue()))
                            .toList(),
                    Math.max(0, parts.size() - MOST));
        }
    }

    /** A unit divided since, and how much of it counts here. */
    public record Part(String name, BigDecimal share) {

        public String percent() {
            return FigureText.percent(share.movePointRight(2));
        }
    }

    /** A part of a formula with the number put in. */
    public record Term(Indicator indicator, Take take, Figure figure, boolean below) {}

    /**
     * The rows: units below, values of the unit itself, and how they were corrected, the latest first.
     *
     * @param hidden units below the viewer may not read
     * @param more those a page has no room for
     */
    public record Behind(
            List<UnitFigure> children, int hidden, int more, List<Value> own, List<Correction> corrected) {}

    /** One value took another's place; {@code reason} is empty where nobody gave one. */
    public record Correction(Value before, Value after, String reason) {}

    /** What a unit below adds to the whole, in percent; empty where figures do not add up or not all are known. */
    public String share(UnitFigure child) {
        var whole = line.actual().value();
        var part = child.rolled().value();
        if (whole == null
                || part == null
                || whole.signum() <= 0
                || !line.indicator().additive()) {
            return "";
        }
        return FigureText.percent(part.movePointRight(2).divide(whole, MathContext.DECIMAL64));
    }

    /** A stored value, down to the sheet and cell it was read from. */
    public record Value(
            Unit unit,
            Period period,
            Figure figure,
            int version,
            UUID source,
            @Nullable String place,
            Origin origin,
            Entered entered,
            @Nullable Instant replacedAt) {

        private static final String SYSTEM = "system:";

        /** The place in words: the cell of a workbook, or what the system counted. */
        public @Nullable String placed() {
            return place == null || !place.startsWith(SYSTEM)
                    ? place
                    : Texts.text("indicators.passport.counted", Texts.text(place.substring(SYSTEM.length())));
        }
    }

    /** Who brought a value in, and when. */
    public record Entered(String byName, Instant at) {}

    /** One month of the series, with the indicator as it was in force then; none where the catalogue did not have it. */
    public record Month(Period period, @Nullable Indicator indicator, FigureLine.Rolled rolled) {

        public Figure figure() {
            return rolled.figure();
        }
    }

    /** A text that carries the figure as it was frozen. */
    public record Printed(FrozenFigure frozen, List<FigureUses.Use> uses) {}
}
