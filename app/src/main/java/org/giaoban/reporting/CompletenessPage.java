package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Sorting;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.Completeness.Board;
import org.giaoban.reporting.Completeness.Branch;
import org.giaoban.reporting.Completeness.Past;
import org.jspecify.annotations.Nullable;

/** The board of completeness as it is shown and exported. */
record CompletenessPage(
        Board board,
        Asked asked,
        List<Unit> above,
        List<Past> trend,
        Map<String, String> kinds,
        Map<String, String> forms,
        Sorting sorting,
        boolean mayAsk,
        Map<String, String> errors) {

    /** What the address asks for. */
    public record Asked(
            @Nullable String unit,
            @Nullable String period,
            @Nullable String form,
            @Nullable String sort,
            @Nullable String until,
            @Nullable String reason) {

        /** One form's code, or null for all. */
        @Nullable
        String code() {
            return form == null || form.isBlank() ? null : form;
        }
    }

    static final List<String> COLUMNS =
            List.of("tree", "unit", "expected", "received", "ontime", "late", "accepted", "missing", "days");

    private static final Comparator<Branch> BY_DAYS = Comparator.<Branch>comparingInt(
                    line -> line.standing().came().mostLate())
            .thenComparing(line -> line.standing().meanLate());

    List<Branch> lines() {
        Comparator<Branch> rising = switch (sorting.column()) {
            case "unit" -> Comparator.comparing(line -> line.unit().shortName(), VietnameseText.alphabetical());
            case "expected" -> Comparator.comparingInt(line -> line.standing().expected());
            case "received" -> Comparator.comparing(line -> line.standing().share());
            case "ontime" -> Comparator.comparing(line -> line.standing().shareOnTime());
            case "late" -> Comparator.comparingInt(line -> line.standing().late());
            case "accepted" ->
                Comparator.comparingInt(line -> line.standing().came().accepted());
            case "missing" -> Comparator.comparingInt(line -> line.standing().missing());
            case "days" -> BY_DAYS;
            default -> (one, other) -> 0;
        };
        return board.branches().stream()
                .sorted(sorting.descending() ? rising.reversed() : rising)
                .toList();
    }

    /** Where a line leads: further down, or to the unit's own return. */
    String href(Branch line) {
        if (line.leaf()) {
            return ReturnKey.href(line.unit().code(), String.valueOf(line.own()), board.period());
        }
        return base(line.unit().code(), board.period().code());
    }

    String base(String unit, String period) {
        return "/returns/completeness?unit=" + unit + "&period=" + period
                + (asked.code() == null ? "" : "&form=" + asked.code());
    }

    String here() {
        return base(board.unit().code(), board.period().code());
    }

    /** The way up as far as the viewer may read. */
    Map<String, String> crumbs() {
        var crumbs = new LinkedHashMap<String, String>();
        above.forEach(unit -> crumbs.put(base(unit.code(), board.period().code()), unit.shortName()));
        return crumbs;
    }

    static String tone(Standing standing) {
        return standing.overdue() > 0 ? "red" : standing.received() == standing.expected() ? "green" : "gold";
    }

    static String days(Standing standing) {
        return standing.late() == 0
                ? ""
                : Texts.text(
                        "reporting.completeness.days-of",
                        Formats.number(standing.meanLate(), 1),
                        standing.came().mostLate());
    }

    static List<String> headers() {
        return Stream.of(
                        "unit",
                        "expected",
                        "received",
                        "share",
                        "ontime",
                        "late",
                        "share-ontime",
                        "accepted",
                        "returned",
                        "missing",
                        "overdue",
                        "mean",
                        "most")
                .map(column -> Texts.text("reporting.completeness." + column))
                .toList();
    }

    List<List<Object>> cells() {
        var rows = new ArrayList<List<Object>>();
        lines().forEach(line -> rows.add(row(line.unit().name(), line.standing())));
        rows.add(row(Texts.text("reporting.completeness.whole"), board.whole()));
        return rows;
    }

    private static List<Object> row(String name, Standing standing) {
        return List.of(
                name,
                standing.expected(),
                standing.received(),
                standing.share(),
                standing.came().onTime(),
                standing.late(),
                standing.shareOnTime(),
                standing.came().accepted(),
                standing.came().givenBack(),
                standing.missing(),
                standing.overdue(),
                standing.meanLate(),
                standing.came().mostLate());
    }
}
