package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.giaoban.indicators.CountsText;
import org.giaoban.indicators.FigureLine.Rolled;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.TableExport;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** The pages' tables as files: numbers stay numbers, absence stays a word. */
final class Tables {

    private Tables() {}

    /** The series, newest first as on the page. */
    static TableExport of(OnePage page) {
        var indicator = page.indicator();
        var headers = List.of(
                Texts.text("analysis.column.period"),
                page.at().tree().noted(headed("analysis.column.actual", indicator)),
                Texts.text("analysis.column.due"),
                Texts.text("analysis.column.last-year"),
                CountsText.heading(),
                Texts.text("analysis.column.state"));
        var rows = page.series().points().reversed().stream()
                .map(point -> Arrays.<@Nullable Object>asList(
                        point.label(),
                        point.ahead()
                                ? null
                                : linked(cell(point.now().actual(), indicator), page.at(), indicator, point.period()),
                        planned(point, page.at(), indicator),
                        linked(
                                cell(point.lastYear(), indicator),
                                page.at(),
                                indicator,
                                point.period().sameLastYear()),
                        CountsText.brief(point.now().actual().counts()),
                        point.ahead() ? null : Shade.of(point.now()).word()))
                .toList();
        return new TableExport(
                Texts.text(
                        "analysis.file.one",
                        page.at().unit().code(),
                        indicator.code(),
                        page.at().period().code()),
                headers,
                rows);
    }

    /** What was due by then opens the plan in the passport. */
    private static @Nullable Object planned(OnePage.Point point, Standpoint at, Indicator indicator) {
        var pace = rounded(point.now().plan().pace(), indicator);
        return pace == null
                ? null
                : new TableExport.Linked(
                        pace, at.passport(at.unit().code(), indicator.code(), point.period()) + Figures.PLAN);
    }

    static TableExport of(HeatPage page) {
        var headers = new ArrayList<String>();
        headers.add(page.at().tree().noted(Texts.text("analysis.column.unit")));
        page.indicators().forEach(indicator -> headers.add(indicator.code() + " " + named(indicator)));
        headers.add(Texts.text("analysis.column.behind"));
        var rows = new ArrayList<List<?>>();
        rows.add(cells(page.whole(), page.at()));
        page.rows().forEach(row -> rows.add(cells(row, page.at())));
        return new TableExport(
                Texts.text(
                        "analysis.file.heat",
                        page.at().unit().code(),
                        page.at().period().code()),
                headers,
                rows);
    }

    /** Rows and columns as they are shown; headings that go on are said again. */
    static TableExport of(PivotPage page) {
        var table = page.table();
        if (table == null) {
            throw new NotFound(page.at().plainPivot());
        }
        var headers = new ArrayList<>(page.corner());
        headers.set(0, page.at().tree().noted(headers.getFirst()));
        headers.addAll(columns(table));
        var rows = new ArrayList<List<?>>();
        var heads = new String[page.corner().size()];
        for (var line : table.lines()) {
            for (var level = 0; level < heads.length; level++) {
                var head = line.heads().get(level);
                heads[level] = head == null ? heads[level] : head.text();
            }
            var cells = new ArrayList<Object>(Arrays.asList(heads));
            line.cells().forEach(cell -> cells.add(shown(cell)));
            rows.add(cells);
        }
        return new TableExport(
                Texts.text(
                        "analysis.file.pivot",
                        page.at().unit().code(),
                        page.at().period().code()),
                headers,
                rows);
    }

    private static Object shown(PivotPage.Cell cell) {
        Object shown = cell.number() == null ? cell.text() : cell.number();
        var href = cell.href();
        return href == null ? shown : new TableExport.Linked(shown, href);
    }

    private static List<String> columns(Layout<PivotPage.Cell> table) {
        List<String> columns = List.of();
        for (var level : table.head()) {
            var next = new ArrayList<String>();
            for (var heading : level) {
                next.addAll(java.util.Collections.nCopies(heading.span(), heading.text()));
            }
            var above = columns;
            columns = java.util.stream.IntStream.range(0, next.size())
                    .mapToObj(at -> above.isEmpty() ? next.get(at) : above.get(at) + " / " + next.get(at))
                    .toList();
        }
        return columns.isEmpty() ? List.of(Texts.text("analysis.column.actual")) : columns;
    }

    private static TableExport.Linked linked(
            @Nullable Object shown, Standpoint at, Indicator indicator, Period period) {
        return new TableExport.Linked(shown, at.passport(at.unit().code(), indicator.code(), period));
    }

    private static List<Object> cells(HeatPage.Row row, Standpoint at) {
        var cells = new ArrayList<Object>();
        cells.add(row.unit().name());
        row.cells()
                .forEach(cell -> cells.add(new TableExport.Linked(
                        cell(cell.reading().actual(), cell.reading().indicator()),
                        at.passport(
                                row.unit().code(), cell.reading().indicator().code(), at.period()))));
        cells.add(row.behind());
        return cells;
    }

    static String headed(String key, Indicator indicator) {
        return Texts.text(key) + " (" + indicator.unitOfMeasure() + ")";
    }

    static String named(Indicator indicator) {
        return indicator.name() + " (" + indicator.unitOfMeasure() + ")";
    }

    static Object cell(Rolled rolled, Indicator indicator) {
        var value = rounded(rolled.value(), indicator);
        return value == null ? rolled.text(indicator) : value;
    }

    static @Nullable BigDecimal rounded(@Nullable BigDecimal value, Indicator indicator) {
        return value == null ? null : value.setScale(indicator.decimals(), java.math.RoundingMode.HALF_UP);
    }
}
