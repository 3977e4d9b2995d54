package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.giaoban.analysis.HeatPage.Cell;
import org.giaoban.analysis.HeatPage.Row;
import org.giaoban.indicators.FigureCubes;
import org.giaoban.indicators.FigureCubes.Cube;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Sorting;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the table of all units below and their figures. */
@Service
@Transactional(readOnly = true)
class HeatPages {

    /** As many indicators as a page shows. */
    static final int MOST_INDICATORS = 40;

    private static final String TREE = "tree";
    private static final String NAME = "name";
    private static final String BEHIND = "behind";

    private final Standpoints standpoints;
    private final Figures figures;
    private final FigureCubes cubes;
    private final Indicators indicators;
    private final TermOfUnit terms;

    HeatPages(Standpoints standpoints, Figures figures, FigureCubes cubes, Indicators indicators, TermOfUnit terms) {
        this.standpoints = standpoints;
        this.figures = figures;
        this.cubes = cubes;
        this.indicators = indicators;
        this.terms = terms;
    }

    HeatPage of(String unitCode, Period period, HeatAsk ask) {
        var at = standpoints.of(unitCode, period, ask.tree());
        var wanted = wanted(at, ask.groupCode());
        var codes = wanted.stream().limit(MOST_INDICATORS).map(Indicator::code).toList();
        var cube = cubes.of(
                List.of(at.unit().id()), List.of(period), codes, at.tree().view());
        var columns = cube.indicators();
        var known = new ArrayList<>(List.of(TREE, NAME, BEHIND));
        codes.forEach(known::add);
        var sorting = Sorting.of(ask.sort(), TREE, known);
        var rows = at.children().stream()
                .map(child -> row(cube, child, period, columns))
                .filter(row -> row.cells().stream().anyMatch(cell -> OnePages.speaks(cell.reading())))
                .sorted(order(sorting, codes))
                .toList();
        return new HeatPage(
                at,
                PeriodLinks.of(period, standpoints.today(), terms.of(at), other -> at.heat(unitCode, other)),
                indicators.groups(),
                ask.groupCode(),
                columns,
                Math.max(0, wanted.size() - MOST_INDICATORS),
                row(cube, at.unit(), period, columns),
                rows,
                sorting,
                keeping(at, ask, sorting));
    }

    private static Keeping keeping(Standpoint at, HeatAsk ask, Sorting sorting) {
        var address = at.plainHeat() + "?sort=" + sorting.code()
                + (ask.groupCode().isEmpty() ? "" : "&group=" + ask.groupCode());
        return new Keeping(
                at.tree().view().on(address),
                Texts.text("analysis.heat.name", at.unit().shortName()));
    }

    /** What has a target; of a group, everything in numbers. */
    private List<Indicator> wanted(Standpoint at, String group) {
        var catalogue = indicators.catalogue(at.period().lastDay());
        if (!group.isEmpty()) {
            return catalogue.stream()
                    .filter(one -> one.group().equals(group) && one.type() != Indicator.Type.TEXT)
                    .toList();
        }
        return figures.planned(at.unit().id(), at.period(), at.tree().view()).stream()
                .map(line -> line.indicator())
                .toList();
    }

    private static Row row(Cube cube, Unit unit, Period period, List<Indicator> columns) {
        return new Row(
                unit,
                columns.stream()
                        .map(indicator -> cube.at(unit.id(), period, indicator))
                        .map(reading -> new Cell(reading, Shade.of(reading)))
                        .toList());
    }

    private static Comparator<Row> order(Sorting sorting, List<String> codes) {
        Comparator<Row> order = switch (sorting.column()) {
            case TREE -> (one, other) -> 0;
            case NAME -> Comparator.comparing(row -> row.unit().shortName(), VietnameseText.alphabetical());
            case BEHIND -> Comparator.comparing(Row::behind);
            default -> byValue(codes.indexOf(sorting.column()));
        };
        return sorting.descending() && !sorting.column().equals(TREE) ? order.reversed() : order;
    }

    private static Comparator<Row> byValue(int column) {
        return Comparator.comparing(
                row -> row.cells().get(column).reading().actual().value(),
                Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
    }
}
