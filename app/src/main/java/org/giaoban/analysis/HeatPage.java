package org.giaoban.analysis;

import java.util.List;
import java.util.Map;
import org.giaoban.indicators.CountsText;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.Indicator;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Sorting;

/**
 * Units below each other, indicators beside each other.
 *
 * @param whole the unit itself, its figures first
 * @param left indicators that found no room
 */
record HeatPage(
        Standpoint at,
        PeriodLinks periods,
        Map<String, String> groups,
        String group,
        List<Indicator> indicators,
        int left,
        Row whole,
        List<Row> rows,
        Sorting sorting,
        Keeping keeping) {

    /** The figures of one unit. */
    record Row(Unit unit, List<Cell> cells) {

        /** In how many indicators it is behind. */
        public long behind() {
            return cells.stream()
                    .filter(cell -> cell.shade() == Shade.BEHIND || cell.shade() == Shade.FAR)
                    .count();
        }
    }

    record Cell(Reading reading, Shade shade) {

        public String text() {
            return reading.actual().text(reading.indicator());
        }

        public String counts() {
            return CountsText.full(reading.actual().counts());
        }
    }

    public String sorted(String column) {
        var href = at.plainHeat() + "?sort=" + column + (group.isEmpty() ? "" : "&group=" + group);
        return at.tree().view().on(href);
    }

    public boolean estimated() {
        return rows.stream()
                .anyMatch(row -> row.cells().stream()
                        .anyMatch(cell -> cell.reading().actual().estimated()));
    }

    /** The address of the same table as a file. */
    public String file(String format) {
        return sorted(sorting.code()) + "&format=" + format;
    }
}
