package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.CountsText;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The full table as its template shows it. */
record FiguresPage(
        String title,
        Occasion occasion,
        FigureTable.Filter filter,
        Map<String, String> segments,
        Choices choices,
        Switch tree,
        List<Row> rows,
        String xlsx,
        String csv) {

    /** What the filters offer. */
    record Choices(Map<String, String> groups, Map<String, String> standings, Map<String, String> sorts) {}

    /** One indicator. */
    record Row(
            String code,
            String name,
            String measure,
            BoardPage.Shown actual,
            String counts,
            BoardPage.Shown plan,
            BoardPage.@Nullable Bar bar,
            BoardPage.Shown lastYear,
            BoardPage.@Nullable Change change,
            BoardPage.Shown previous) {}

    static FiguresPage of(FigureTable table) {
        var occasion = table.occasion();
        return new FiguresPage(
                text("briefing.figures.title", Headings.label(occasion.shown())),
                occasion,
                table.filter(),
                segments(table),
                new Choices(
                        table.groups(),
                        choices("briefing.standing.", List.of("behind", "on-pace", "planned", "reported")),
                        choices("briefing.sort.", FigureTable.sorts())),
                Switch.of(occasion.asWas().page("figures"), occasion.tree(), table.lines()),
                table.lines().stream().map(line -> row(occasion, line)).toList(),
                address(table, occasion.span(), "xlsx"),
                address(table, occasion.span(), "csv"));
    }

    /** The month before says something beside a month, nothing beside a sum of the year. */
    boolean monthly() {
        return occasion.span() == Span.MONTH;
    }

    String href() {
        return address(occasion);
    }

    String active() {
        return segments.keySet().stream()
                .skip(occasion.span() == Span.MONTH ? 0 : 1)
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Occasion occasion, FigureLine line) {
        var indicator = line.indicator();
        return new Row(
                indicator.code(),
                indicator.name(),
                indicator.unitOfMeasure(),
                new BoardPage.Shown(
                        line.actual().text(indicator),
                        occasion.passport(occasion.unit().code(), indicator.code()),
                        line.actual().value() == null),
                CountsText.brief(line.actual().counts()),
                PaceRows.plan(occasion, line),
                line.plan().year() == null || occasion.span() == Span.MONTH ? null : PaceRows.bar(line),
                past(occasion, indicator, line.sameLastYear(), occasion.shown().sameLastYear()),
                Changes.of(occasion, line),
                past(occasion, indicator, line.previous(), occasion.shown().previous()));
    }

    private static BoardPage.Shown past(
            Occasion occasion, Indicator indicator, FigureLine.Rolled rolled, Period before) {
        return new BoardPage.Shown(
                rolled.text(indicator), occasion.passport(indicator.code(), before), rolled.value() == null);
    }

    private static Map<String, String> segments(FigureTable table) {
        var segments = new LinkedHashMap<String, String>();
        segments.put(
                address(table, Span.MONTH, ""), Headings.label(table.occasion().reported()));
        segments.put(address(table, Span.YEAR, ""), text("briefing.span.year"));
        return segments;
    }

    private static Map<String, String> choices(String prefix, List<String> codes) {
        var choices = new LinkedHashMap<String, String>();
        codes.forEach(code -> choices.put(code, text(prefix + code)));
        return choices;
    }

    private static String address(Occasion occasion) {
        return "/board/" + occasion.unit().code() + "/" + occasion.period().code() + "/figures";
    }

    private static String address(FigureTable table, Span span, String format) {
        var filter = table.filter();
        var address = UriComponentsBuilder.fromPath(address(table.occasion())).queryParam("span", span.code());
        add(address, "q", filter.q());
        add(address, "group", filter.group());
        add(address, "standing", filter.standing());
        add(address, "sort", filter.sort());
        add(address, "format", format);
        return table.occasion().tree().view().on(address.build().encode().toUriString());
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value);
        }
    }
}
