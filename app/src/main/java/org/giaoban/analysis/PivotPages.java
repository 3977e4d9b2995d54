package org.giaoban.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.analysis.PivotPage.Choices;
import org.giaoban.indicators.FigureCubes;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the page of a pivot table. */
@Service
@Transactional(readOnly = true)
class PivotPages {

    static final int MOST_INDICATORS = 40;
    static final int MOST_PERIODS = 24;

    /** As many cells as a browser scrolls with ease. */
    static final int MOST_CELLS = 12_000;

    private static final int FIRST = 3;

    private final Standpoints standpoints;
    private final Figures figures;
    private final FigureCubes cubes;
    private final Indicators indicators;
    private final TermOfUnit terms;

    PivotPages(Standpoints standpoints, Figures figures, FigureCubes cubes, Indicators indicators, TermOfUnit terms) {
        this.standpoints = standpoints;
        this.figures = figures;
        this.cubes = cubes;
        this.indicators = indicators;
        this.terms = terms;
    }

    PivotPage of(String unitCode, Period period, PivotAsk asked) {
        var at = standpoints.of(unitCode, period, asked.tree());
        var month = PeriodLinks.lastMonth(period, standpoints.today());
        var periods = asked.periods().isEmpty() ? asked.span().periods(period, month) : asked.periods();
        var ask = with(asked, periods, codes(at, asked));
        var address = ask.on(at.plainPivot());
        var pivot = ask.indicators().size() > MOST_INDICATORS || periods.size() > MOST_PERIODS
                ? null
                : pivot(at, ask, periods);
        var refusal = pivot == null
                ? Texts.text("analysis.pivot.too-many", MOST_INDICATORS, MOST_PERIODS)
                : refusal(pivot.size());
        return new PivotPage(
                at,
                PeriodLinks.of(
                        period,
                        standpoints.today(),
                        terms.of(at),
                        other -> at.tree().view().on(asked.on(at.plainHeat(other) + "/pivot"))),
                ask,
                choices(at, month),
                pivot == null || refusal != null ? null : pivot.table(ask.places()),
                refusal,
                pivot != null && refusal == null && pivot.estimated(),
                new Keeping(
                        at.tree().view().on(address),
                        Texts.text("analysis.pivot.name", at.unit().shortName())));
    }

    private static @Nullable String refusal(int cells) {
        if (cells == 0) {
            return Texts.text("analysis.pivot.nothing");
        }
        return cells > MOST_CELLS
                ? Texts.text("analysis.pivot.too-large", Formats.number(cells), Formats.number(MOST_CELLS))
                : null;
    }

    private static PivotAsk with(PivotAsk ask, List<Period> periods, List<String> codes) {
        return new PivotAsk(
                ask.units(),
                ask.periods().isEmpty() ? List.of() : periods,
                ask.span(),
                codes,
                ask.places(),
                ask.show(),
                ask.tree());
    }

    private List<String> codes(Standpoint at, PivotAsk ask) {
        return ask.indicators().isEmpty()
                ? figures.planned(at.unit().id(), at.period(), at.tree().view()).stream()
                        .limit(FIRST)
                        .map(line -> line.indicator().code())
                        .toList()
                : ask.indicators();
    }

    private Pivots pivot(Standpoint at, PivotAsk ask, List<Period> periods) {
        var whole = Sums.together(periods);
        var cube = cubes.of(
                List.of(at.unit().id()),
                Pivots.with(periods, whole).toList(),
                ask.indicators(),
                at.tree().view());
        var units = units(at, ask);
        if (ask.units().isEmpty()) {
            units = units.stream()
                    .filter(unit -> periods.stream()
                            .anyMatch(period -> cube.indicators().stream()
                                    .anyMatch(indicator -> OnePages.speaks(cube.at(unit.id(), period, indicator)))))
                    .toList();
        }
        var summed = Pivots.apart(at.unit(), units);
        return new Pivots(at, cube, units, summed, periods, whole, ask.show());
    }

    /** Those asked for; a unit that is not among those the viewer may read here is not told from one that is not. */
    private static List<Unit> units(Standpoint at, PivotAsk ask) {
        if (ask.units().isEmpty()) {
            return at.children().isEmpty() ? List.of(at.unit()) : at.children();
        }
        var known = new LinkedHashMap<String, Unit>();
        known.put(at.unit().code(), at.unit());
        at.children().forEach(child -> known.put(child.code(), child));
        var units = new ArrayList<Unit>();
        for (var code : ask.units()) {
            var unit = known.get(code);
            if (unit == null) {
                throw new NotFound(code);
            }
            units.add(unit);
        }
        return units;
    }

    private Choices choices(Standpoint at, Period month) {
        var units = new ArrayList<>(List.of(at.unit()));
        units.addAll(at.children());
        var periods = new LinkedHashMap<Integer, Map<String, String>>();
        for (var year = month.year(); year > month.year() - 2; year--) {
            periods.put(year, named(year));
        }
        var names = indicators.groups();
        var byGroup = indicators.catalogue(at.period().lastDay()).stream()
                .filter(indicator -> indicator.type() != Indicator.Type.TEXT)
                .collect(Collectors.groupingBy(
                        indicator -> names.getOrDefault(indicator.group(), indicator.group()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new Choices(units, periods, byGroup);
    }

    private static Map<String, String> named(int year) {
        var named = new LinkedHashMap<String, String>();
        for (var month : Period.ofYear(year).months()) {
            named.put(month.code(), PeriodLinks.label(month));
        }
        for (var code : List.of("-Q1", "-Q2", "-Q3", "-Q4", "-4M", "-6M", "-H2", "-9M", "")) {
            var period = Period.parse(year + code);
            named.put(period.code(), PeriodLinks.label(period));
        }
        return named;
    }
}
