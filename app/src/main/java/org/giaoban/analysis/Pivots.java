package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.analysis.Layout.Label;
import org.giaoban.analysis.Layout.Spot;
import org.giaoban.analysis.PivotAsk.Show;
import org.giaoban.analysis.PivotPage.Cell;
import org.giaoban.indicators.FigureCubes.Cube;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Fills a pivot table: the members chosen, and where they make a whole, the whole as one member more.
 *
 * @param whole the period all periods make together; null when they make none
 * @param summed whether the units stand beside each other, so that they have a total
 */
record Pivots(
        Standpoint at,
        Cube cube,
        List<Unit> units,
        boolean summed,
        List<Period> periods,
        @Nullable Period whole,
        Show show) {

    Layout<Cell> table(Arrangement places) {
        return Layout.of(places, labels(), this::cell);
    }

    int size() {
        return (units.size() + (summed ? 1 : 0))
                * (periods.size() + (whole == null ? 0 : 1))
                * cube.indicators().size();
    }

    boolean estimated() {
        return units.stream()
                .anyMatch(unit -> periods.stream()
                        .anyMatch(period -> cube.indicators().stream()
                                .anyMatch(indicator -> cube.at(unit.id(), period, indicator)
                                        .actual()
                                        .estimated())));
    }

    private Map<Dimension, List<Label>> labels() {
        var labels = new EnumMap<Dimension, List<Label>>(Dimension.class);
        var named = new ArrayList<>(
                units.stream().map(unit -> new Label(unit.shortName(), false)).toList());
        if (summed) {
            named.add(new Label(Texts.text("analysis.pivot.total", units.size()), true));
        }
        labels.put(Dimension.UNIT, named);
        var dated = new ArrayList<>(periods.stream()
                .map(period -> new Label(PeriodLinks.label(period), false))
                .toList());
        if (whole != null) {
            dated.add(new Label(Texts.text("analysis.pivot.whole", PeriodLinks.label(whole)), true));
        }
        labels.put(Dimension.PERIOD, dated);
        labels.put(
                Dimension.INDICATOR,
                cube.indicators().stream()
                        .map(indicator -> new Label(Tables.named(indicator), false))
                        .toList());
        return labels;
    }

    private Cell cell(Spot spot) {
        var indicator = cube.indicators().get(spot.of(Dimension.INDICATOR));
        var inTime = spot.of(Dimension.PERIOD);
        var period = inTime < periods.size() ? periods.get(inTime) : whole();
        var place = spot.of(Dimension.UNIT);
        var single = place < units.size();
        var reading =
                period == null ? null : single ? reading(units.get(place), period, indicator) : sum(period, indicator);
        if (reading == null || period == null) {
            return new Cell("", null, null, null, true);
        }
        var href = single ? passport(units.get(place), period, indicator) : null;
        return cell(reading, href, !single || inTime >= periods.size());
    }

    private @Nullable String passport(Unit unit, Period period, Indicator indicator) {
        return cube.knows(unit.id(), period, indicator) ? at.passport(unit.code(), indicator.code(), period) : null;
    }

    private Reading reading(Unit unit, Period period, Indicator indicator) {
        return cube.at(unit.id(), period, indicator);
    }

    private Reading sum(Period period, Indicator indicator) {
        return Sums.overUnits(
                indicator,
                units.stream().map(unit -> reading(unit, period, indicator)).toList());
    }

    private Cell cell(Reading reading, @Nullable String href, boolean total) {
        var indicator = reading.indicator();
        var number = Tables.rounded(number(reading), indicator);
        var counts = reading.actual().counts();
        return switch (show) {
            case ACTUAL -> new Cell(reading.actual().text(indicator), href, number, counts, total);
            case PLAN -> new Cell(text(FigureText.number(indicator, number)), plan(href, number), number, null, total);
            case DONE -> {
                var done = OnePages.done(reading);
                var one = done == null ? null : done.setScale(1, java.math.RoundingMode.HALF_UP);
                yield new Cell(text(FigureText.percent(done)), plan(href, one), one, counts, total);
            }
        };
    }

    /** The part of the passport that tells of the plan; none where there is no plan. */
    private static @Nullable String plan(@Nullable String href, @Nullable BigDecimal number) {
        return href == null || number == null ? null : href + Figures.PLAN;
    }

    private static String text(String number) {
        return number.isEmpty() ? "–" : number;
    }

    private @Nullable BigDecimal number(Reading reading) {
        return show == Show.PLAN ? reading.plan().pace() : reading.actual().value();
    }

    /** Whether no unit stands below another one of them. */
    static boolean apart(Unit root, List<Unit> units) {
        return units.size() > 1 && units.stream().noneMatch(unit -> unit.id().equals(root.id()));
    }

    static Stream<Period> with(List<Period> periods, @Nullable Period whole) {
        return whole == null
                ? periods.stream()
                : Stream.concat(periods.stream(), Stream.of(whole)).distinct();
    }
}
