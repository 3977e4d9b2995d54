package org.giaoban.evaluation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.HeldMeetings;
import org.giaoban.meetings.HeldMeetings.Held;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Branches beside each other through a year, and one branch through the years. */
@Service
@Transactional(readOnly = true)
class YearPages {

    private static final int PAGE = 60;
    private static final int MONTHS = 12;
    private static final int YEARS = 3;

    private final ScoreRepository scores;
    private final ScoreSheetRepository sheets;
    private final Years years;
    private final HeldMeetings meetings;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    YearPages(
            ScoreRepository scores,
            ScoreSheetRepository sheets,
            Years years,
            HeldMeetings meetings,
            Organization organization,
            Access access,
            Clock clock) {
        this.scores = scores;
        this.sheets = sheets;
        this.years = years;
        this.meetings = meetings;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** A meeting's score in one cell or line. */
    public record Cell(Score score, String grade, int rank, String title) {

        String href() {
            return "/evaluations/meetings/" + score.judged().meeting().value();
        }

        String shade() {
            return switch (rank) {
                case 0 -> "met";
                case 1 -> "band-2";
                case 2 -> "behind";
                default -> "far";
            };
        }
    }

    /** A branch through the months of a year; a month without a score is absent. */
    public record Row(Unit unit, Map<Integer, Cell> months, Years.@Nullable Year year) {}

    /** The branches of a committee in one year. */
    public record Compared(
            int year,
            String top,
            Map<String, String> tops,
            List<Row> rows,
            Map<String, Integer> counts,
            @Nullable String next) {}

    /** One branch: its scores, the latest first, and the grades of its years. */
    public record Trend(Unit unit, List<Cell> cells, List<Years.Year> years, List<Held> unscored) {}

    int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    Compared compared(int year, String top, @Nullable UnitId after) {
        var scope = access.scope(Capability.MEETING_READ);
        var days = new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        var within = top.isBlank()
                ? null
                : organization.subtree(organization.idOf(top), days.from().plusMonths(MONTHS - 1)).stream()
                        .map(Unit::id)
                        .toList();
        var found = scores.scored(scope, days, within, after, PAGE + 1);
        var units = found.stream().limit(PAGE).toList();
        var byUnit = scores.of(units, days).stream()
                .collect(Collectors.groupingBy(score -> score.judged().unit()));
        var rows = units.stream()
                .map(unit -> row(unit, year, byUnit.getOrDefault(unit, List.of())))
                .toList();
        return new Compared(
                year,
                top,
                tops(rows, days.from()),
                rows,
                counts(rows),
                found.size() > PAGE ? units.getLast().toString() : null);
    }

    private Map<String, String> tops(List<Row> rows, LocalDate day) {
        var parents = rows.stream()
                .map(row -> row.unit().parent())
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        var tops = new TreeMap<String, String>();
        for (var parent : parents) {
            organization.find(parent, day).ifPresent(unit -> tops.put(unit.code(), unit.name()));
        }
        return tops;
    }

    private static Map<String, Integer> counts(List<Row> rows) {
        var counts = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> row.months().values().forEach(cell -> counts.merge(cell.grade(), 1, Integer::sum)));
        return counts;
    }

    private Row row(UnitId unit, int year, List<Score> given) {
        var there = organization
                .find(unit, LocalDate.of(year, MONTHS, 1))
                .orElseGet(() -> organization.versions(unit).getLast());
        var months = new TreeMap<Integer, Cell>();
        for (var cell : cells(given)) {
            if (years.ordinary(cell.score())) {
                months.put(cell.score().judged().day().getMonthValue(), cell);
            }
        }
        return new Row(there, months, years.of(year, given).orElse(null));
    }

    private List<Cell> cells(List<Score> given) {
        var versions = new HashMap<java.util.UUID, Sheet>();
        sheets.all().forEach(one -> versions.put(one.id(), one));
        var titles = meetings.byId(
                given.stream().map(score -> score.judged().meeting()).toList());
        var cells = new ArrayList<Cell>();
        for (var score : given) {
            var decision = score.decision();
            var sheet = versions.get(score.sheet());
            if (decision != null && sheet != null) {
                var held = titles.get(score.judged().meeting());
                cells.add(new Cell(
                        score,
                        sheet.name(decision.grade(), Texts.language()),
                        sheet.rank(decision.grade()),
                        held == null ? "" : held.title()));
            }
        }
        return cells;
    }

    Trend trend(String code) {
        var unit = organization.idOf(code);
        access.require(Capability.MEETING_READ, unit);
        var today = LocalDate.now(clock);
        var days = new DateRange(LocalDate.of(today.getYear() - YEARS + 1, 1, 1), today.plusDays(1));
        var given = scores.of(List.of(unit), days);
        var years = new ArrayList<Years.Year>();
        for (var year = today.getYear(); year > today.getYear() - YEARS; year--) {
            this.years.of(year, given).ifPresent(years::add);
        }
        var decided = given.stream()
                .filter(Score::decided)
                .map(score -> score.judged().meeting())
                .collect(Collectors.toSet());
        var kinds = sheets.all().stream()
                .flatMap(sheet -> sheet.body().kinds().stream())
                .distinct()
                .toList();
        return new Trend(
                organization
                        .find(unit, today)
                        .orElseGet(() -> organization.versions(unit).getLast()),
                cells(given).reversed(),
                years,
                meetings.of(List.of(unit), kinds, days).stream()
                        .filter(held -> !decided.contains(held.id()))
                        .toList());
    }
}
