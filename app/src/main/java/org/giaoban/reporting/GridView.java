package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.GridPage.Cell;
import org.giaoban.reporting.GridPage.Column;
import org.giaoban.reporting.GridPage.Part;
import org.giaoban.reporting.GridPage.Standing;
import org.giaoban.reporting.Prefills.Count;
import org.giaoban.reporting.UnitGrid.Query;
import org.giaoban.reporting.UnitGrid.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the grid into the words of its page. */
final class GridView {

    static final String HREF = "/returns/grid";
    static final String PLAIN = HREF + "/plain";

    private final Sheet sheet;
    private final Query query;
    private final String path;
    private final List<Column> columns;

    private GridView(Sheet sheet, Query query, String path) {
        this.sheet = sheet;
        this.query = query;
        this.path = path;
        this.columns = columns();
    }

    static GridPage of(Sheet sheet, Query query) {
        return new GridView(sheet, query, HREF).page();
    }

    /** As plain forms, some units and one group of columns at a time. */
    static GridPage plain(Sheet sheet, Query query) {
        return new GridView(sheet, query, PLAIN).page();
    }

    private GridPage page() {
        var rows = sheet.rows().stream().map(this::row).toList();
        var branches = sheet.choice().branches().entrySet().stream()
                .map(one ->
                        new GridPage.Branch(one.getKey().code(), one.getKey().shortName(), one.getValue()))
                .toList();
        return new GridPage(head(), forms(), branches, parts(), columns, rows, counts());
    }

    private List<GridPage.Offered> forms() {
        return sheet.choice().forms().stream()
                .map(one -> new GridPage.Offered(
                        one.form().code(), one.form().name().text(), one.units().size()))
                .toList();
    }

    private GridPage.Head head() {
        var asked = sheet.asked();
        return new GridPage.Head(
                asked.form().code(),
                asked.form().name().text(),
                asked.period().code(),
                PeriodName.title(asked.period()),
                links(asked.period()),
                query.unit(),
                query.after(),
                query.unsentOnly(),
                group());
    }

    private int group() {
        int groups = sheet.asked().form().groups().size();
        return query.group() == null ? 0 : Math.clamp(query.group(), 0, groups);
    }

    private GridPage.Links links(Period period) {
        return new GridPage.Links(
                address(path, "period", period.code(), "after", query.after()),
                address(path, "period", period.previous().code()),
                address(path, "period", period.next().code()),
                address(path, "show", null),
                address(path, "show", "unsent"),
                address(HREF, "group", null),
                sheet.choice().next() == null
                        ? null
                        : address(path, "after", sheet.choice().next()),
                address(PLAIN, "group", String.valueOf(Math.max(group(), 1))),
                address(HREF + "/send"),
                address(HREF + "/workbook", "group", null, "after", query.after()));
    }

    /** The grid's address with one or two things changed; where the page begins is forgotten unless it is said. */
    private String address(String path, @Nullable String... changes) {
        var address = UriComponentsBuilder.fromPath(path)
                .queryParam("form", sheet.asked().form().code())
                .queryParam("period", sheet.asked().period().code())
                .queryParamIfPresent("unit", filled(query.unit()))
                .queryParamIfPresent("show", filled(query.show()))
                .queryParamIfPresent("group", Optional.of(group()).filter(one -> one > 0));
        for (int at = 0; at < changes.length; at += 2) {
            address.replaceQueryParam(Objects.requireNonNull(changes[at]));
            if (changes[at + 1] != null) {
                address.queryParam(Objects.requireNonNull(changes[at]), changes[at + 1]);
            }
        }
        return address.encode().toUriString();
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(found -> !found.isBlank());
    }

    private List<Part> parts() {
        var groups = sheet.asked().form().groups();
        return IntStream.rangeClosed(1, groups.size())
                .mapToObj(number -> new Part(
                        number,
                        groups.get(number - 1).name().text(),
                        (int) groups.get(number - 1).indicators().stream()
                                .filter(sheet.asked().indicators()::containsKey)
                                .count(),
                        address(path, "group", String.valueOf(number))))
                .toList();
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        int part = 0;
        for (var group : sheet.asked().form().groups()) {
            part++;
            if (group() == 0 || group() == part) {
                for (String code : group.indicators()) {
                    var indicator = sheet.asked().indicators().get(code);
                    if (indicator != null) {
                        columns.add(
                                new Column(code, indicator.name(), indicator.unitOfMeasure(), part, !indicator.rate()));
                    }
                }
            }
        }
        return columns;
    }

    private GridPage.Row row(GridRow row) {
        var counts =
                row.open() ? sheet.counts().getOrDefault(row.key().unit().id(), Map.of()) : Map.<String, Count>of();
        var cells = columns.stream()
                .map(column -> cell(
                        Objects.requireNonNull(sheet.asked().indicators().get(column.code())),
                        row,
                        counts.get(column.code())))
                .toList();
        return new GridPage.Row(
                row.key().unit().code(), row.key().unit().shortName(), row.key().href(), standing(row), cells);
    }

    private Standing standing(GridRow row) {
        return standing(row, sheet.today());
    }

    private static Standing standing(GridRow row, LocalDate today) {
        var due = row.row().map(ReturnRow::dueOn).orElseGet(row.key()::dueOn);
        int late = ReturnRow.daysLate(
                due, row.row().map(ReturnRow::firstSubmittedAt).orElse(null), today);
        int missing = row.examined().missing().size();
        int asked = (int) row.key().form().indicators().stream().distinct().count();
        return new Standing(
                StateLine.tone(row.state(), late),
                StateLine.word(row.state(), late),
                !row.open(),
                asked - missing,
                asked);
    }

    private static Cell cell(Indicator indicator, GridRow row, @Nullable Count count) {
        String code = indicator.code();
        var before = row.before().get(code);
        if (!row.key().form().indicators().contains(code)) {
            return new Cell(code, "", "o", "", "", "", 0, "");
        }
        return new Cell(
                code,
                CellText.of(row.fields(), code),
                tone(row, code),
                said(row, code),
                row.fields().get("r." + code),
                before == null ? "" : FigureText.of(indicator, before),
                row.talks().getOrDefault(code, 0),
                count == null ? "" : count.typed());
    }

    private static String tone(GridRow row, String code) {
        return row.examined().findings().stream()
                .filter(found -> code.equals(found.indicator()))
                .map(Found::severity)
                .min(Comparator.naturalOrder())
                .map(worst -> switch (worst) {
                    case BLOCKING -> "e";
                    case REASON -> row.fields().get("r." + code).isEmpty() ? "w" : "n";
                    case NOTE -> "n";
                })
                .orElse("");
    }

    private static String said(GridRow row, String code) {
        return row.examined().findings().stream()
                .filter(found -> code.equals(found.indicator()))
                .map(Found::sentence)
                .collect(Collectors.joining("\n"));
    }

    /** A row as the browser has to show it after a change. */
    private static GridPage.State state(GridRow row, Map<String, Indicator> indicators, LocalDate today) {
        var cells = row.examined().findings().stream()
                .map(Found::indicator)
                .filter(Objects::nonNull)
                .distinct()
                .map(indicators::get)
                .filter(Objects::nonNull)
                .map(indicator -> cell(indicator, row, null))
                .toList();
        return new GridPage.State(standing(row, today), cells);
    }

    /** What the script of a page is told after changes were kept. */
    static GridPage.Answer answer(
            Typing.Taken taken, Map<String, GridRow> rows, Map<String, Indicator> indicators, LocalDate today) {
        var states = new LinkedHashMap<String, GridPage.State>();
        rows.forEach((code, row) -> states.put(code, state(row, indicators, today)));
        var closed = new LinkedHashMap<String, String>();
        taken.closed().forEach(code -> closed.put(code, Texts.text("reporting.grid.closed")));
        return new GridPage.Answer(taken.at(), states, taken.clashes(), closed);
    }

    private GridPage.Counts counts() {
        return new GridPage.Counts(
                sheet.rows().size(),
                sheet.choice().all(),
                sheet.choice().before(),
                (int) sheet.rows().stream().filter(GridRow::ready).count(),
                (int) sheet.rows().stream()
                        .filter(row -> row.state().received())
                        .count());
    }
}
