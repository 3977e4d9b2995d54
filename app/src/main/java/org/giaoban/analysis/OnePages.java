package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.giaoban.analysis.OnePage.Cumulative;
import org.giaoban.analysis.OnePage.Mark;
import org.giaoban.analysis.OnePage.Point;
import org.giaoban.analysis.OnePage.Series;
import org.giaoban.analysis.OnePage.Tile;
import org.giaoban.analysis.OnePage.Tiles;
import org.giaoban.indicators.FigureCubes;
import org.giaoban.indicators.FigureCubes.Cube;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Milestones;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of one indicator. */
@Service
@Transactional(readOnly = true)
class OnePages {

    private final Standpoints standpoints;
    private final Figures figures;
    private final FigureCubes cubes;
    private final Indicators indicators;
    private final Rankings rankings;
    private final Milestones milestones;
    private final TermOfUnit terms;

    OnePages(
            Standpoints standpoints,
            Figures figures,
            FigureCubes cubes,
            Indicators indicators,
            Rankings rankings,
            Milestones milestones,
            TermOfUnit terms) {
        this.standpoints = standpoints;
        this.figures = figures;
        this.cubes = cubes;
        this.indicators = indicators;
        this.rankings = rankings;
        this.milestones = milestones;
        this.terms = terms;
    }

    OnePage of(String unitCode, String code, Period period, @Nullable String by, @Nullable String tree) {
        var at = standpoints.of(unitCode, period, tree);
        var line = figures.row(at.unit().id(), period, code, at.tree().view());
        var indicator = line.indicator();
        var month = PeriodLinks.lastMonth(period, standpoints.today());
        var step = Step.of(by, period);
        var cube = cube(at, indicator, step.periods(month), month.yearToDate());
        var href = at.one(unitCode, code, period);
        return new OnePage(
                at,
                line,
                new Cumulative(month.yearToDate(), cube.at(at.unit().id(), month.yearToDate(), indicator)),
                PeriodLinks.of(
                        period,
                        standpoints.today(),
                        terms.of(at),
                        other -> withStep(at.one(unitCode, code, other), by, step)),
                others(at, indicator),
                series(at, indicator, step, cube, month),
                rankings.of(at, indicator),
                tiles(at, indicator, cube),
                new Keeping(
                        withStep(href, by, step),
                        indicator.name() + ", " + at.unit().shortName()));
    }

    private Cube cube(Standpoint at, Indicator indicator, List<Period> series, Period toDate) {
        var periods = new LinkedHashSet<>(series);
        series.forEach(period -> periods.add(period.sameLastYear()));
        periods.add(toDate);
        periods.add(at.period());
        return cubes.of(
                List.of(at.unit().id()),
                List.copyOf(periods),
                List.of(indicator.code()),
                at.tree().view());
    }

    private static String withStep(String href, @Nullable String by, Step step) {
        return by == null ? href : href + (href.contains("?") ? "&" : "?") + "by=" + step.code();
    }

    private Map<String, String> others(Standpoint at, Indicator indicator) {
        var others = new LinkedHashMap<String, String>();
        indicators.catalogue(at.period().lastDay()).stream()
                .filter(other -> other.group().equals(indicator.group()) && other.type() != Indicator.Type.TEXT)
                .forEach(other -> others.put(at.one(at.unit().code(), other.code(), at.period()), other.name()));
        return others;
    }

    private Series series(Standpoint at, Indicator indicator, Step step, Cube cube, Period month) {
        var unit = at.unit().id();
        var periods = step.periods(month);
        var points = periods.stream()
                .map(period -> new Point(
                        period,
                        cube.at(unit, period, indicator),
                        cube.at(unit, period.sameLastYear(), indicator).actual(),
                        period.days().equals(at.period().days()),
                        step == Step.YTD && period.compareTo(month.yearToDate()) > 0))
                .toList();
        var href = at.one(at.unit().code(), indicator.code(), at.period());
        var steps = new LinkedHashMap<String, String>();
        for (var other : Step.values()) {
            steps.put(withStep(href, other.code(), other), Texts.text("analysis.step." + other.code()));
        }
        return new Series(step, steps, withStep(href, step.code(), step), points, marks(at.unit(), periods));
    }

    private List<Mark> marks(Unit unit, List<Period> periods) {
        var days = new DateRange(periods.getFirst().from(), periods.getLast().until());
        var marks = new ArrayList<Mark>();
        for (var milestone : milestones.of(unit.id(), days)) {
            var point = 0;
            while (point < periods.size() - 1 && periods.get(point).lastDay().isBefore(milestone.day())) {
                point++;
            }
            marks.add(new Mark(marks.size() + 1, Formats.date(milestone.day()), milestone.text(), point));
        }
        return marks;
    }

    /** Only units that have something to say. */
    private static Tiles tiles(Standpoint at, Indicator indicator, Cube cube) {
        var readings = new LinkedHashMap<Unit, Reading>();
        for (var child : at.children()) {
            var reading = cube.at(child.id(), at.period(), indicator);
            if (speaks(reading)) {
                readings.put(child, reading);
            }
        }
        var planned =
                readings.values().stream().anyMatch(reading -> reading.plan().pace() != null);
        var bands = Bands.of(readings.values().stream()
                .map(reading -> reading.actual().value())
                .toList());
        var tiles = new ArrayList<Tile>();
        readings.forEach((unit, reading) -> {
            var value = reading.actual().value();
            tiles.add(new Tile(unit, reading, Shade.of(reading), planned || value == null ? 0 : bands.of(value)));
        });
        return new Tiles(planned, tiles);
    }

    static boolean speaks(Reading reading) {
        return reading.actual().version() > 0
                || reading.actual().counts().expected() > 0
                || reading.plan().year() != null;
    }

    /** The part of the year's target that is done, in percent. */
    static @Nullable BigDecimal done(Reading reading) {
        var year = reading.plan().year();
        var value = reading.actual().value();
        return year == null || value == null || year.signum() == 0
                ? null
                : value.multiply(BigDecimal.valueOf(100)).divide(year, java.math.MathContext.DECIMAL64);
    }
}
