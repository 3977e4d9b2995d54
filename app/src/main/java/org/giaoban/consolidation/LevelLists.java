package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.REPORT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.PrintedFigures.Changed;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Texts;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The consolidated reports as the viewer may see them: of a period, and those where something below has moved. */
@Repository
@Transactional(readOnly = true)
class LevelLists {

    private static final int MOST = 200;
    private static final int MOST_STIRRED = 50;
    private static final int STILL_LAST_MONTH = 15;

    private final LevelRepository reports;
    private final SealRepository seals;
    private final AsNowReader present;
    private final DifferenceReader differences;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    LevelLists(
            LevelRepository reports,
            SealRepository seals,
            AsNowReader present,
            DifferenceReader differences,
            Organization organization,
            Access access,
            Clock clock) {
        this.reports = reports;
        this.seals = seals;
        this.present = present;
        this.differences = differences;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** The page: a period with its neighbours, and a line per level. */
    public record ListPage(String label, String code, String previous, String next, List<Line> lines) {}

    /** A level's report in the list. */
    public record Line(String unit, String href, ReportState state, int version, String sent, boolean stirred) {}

    /** A report below which something moved, with how many figures differ. */
    record Moved(ReportRow row, Unit unit, long open) {}

    ListPage page(@Nullable String asked) {
        var period = asked == null || asked.isBlank()
                ? Period.monthOf(LocalDate.now(clock).minusDays(STILL_LAST_MONTH))
                : period(asked);
        var levels = levels(period);
        var rows = reports.of(levels.stream().map(Unit::id).toList(), period);
        return new ListPage(
                period.label(LocaleContextHolder.getLocale()),
                period.code(),
                "/consolidated?period=" + period.previous().code(),
                "/consolidated?period=" + period.next().code(),
                levels.stream()
                        .map(unit -> line(unit, period, rows.get(unit.id())))
                        .toList());
    }

    private static Period period(String code) {
        try {
            return Period.parse(code);
        } catch (IllegalArgumentException notAPeriod) {
            throw new NotFound(code);
        }
    }

    /** Units the viewer may read that have units below which report, the highest first. */
    private List<Unit> levels(Period period) {
        var day = period.lastDay();
        var scope = access.scope(Capability.REPORT_READ);
        var above = new HashMap<UnitId, Unit>();
        organization
                .tops(scope, day)
                .forEach(top -> organization
                        .reporters(top.id(), day)
                        .forEach(reporter -> organization.ancestors(reporter.id(), day).stream()
                                .filter(unit -> scope.contains(unit.id()))
                                .forEach(unit -> above.put(unit.id(), unit))));
        return organization.units(day).stream()
                .filter(unit -> above.containsKey(unit.id()))
                .limit(MOST)
                .toList();
    }

    private static Line line(Unit unit, Period period, @Nullable ReportRow row) {
        return new Line(
                unit.name(),
                LevelPages.href(unit, period),
                row == null ? ReportState.DRAFT : row.state(),
                row == null ? 0 : row.version(),
                row == null ? "" : Formats.dateTime(row.sent().at()),
                row != null && row.stirredAt() != null && row.state().stands());
    }

    /** Reports of the viewer's levels below which something moved and a figure is another one now. */
    List<Moved> moved() {
        return reports.where(stirred(), MOST_STIRRED).stream()
                .flatMap(row ->
                        organization
                                .find(row.unit(), row.period().lastDay())
                                .map(unit -> new Moved(row, unit, open(row, unit)))
                                .stream())
                .toList();
    }

    /** Cheap, as every page shows it: whether a figure really differs is found out where the list is read. */
    int countStirred() {
        return reports.count(stirred(), MOST_STIRRED);
    }

    private Condition stirred() {
        return REPORT.STIRRED_AT
                .isNotNull()
                .and(REPORT.STATE.in(ReportState.SUBMITTED.name(), ReportState.ACCEPTED.name()))
                .and(access.scope(Capability.REPORT_ENTER).condition(REPORT.UNIT_ID));
    }

    private long open(ReportRow row, Unit unit) {
        var sealed = seals.find(row.id(), row.version()).orElse(null);
        if (sealed == null) {
            return 0;
        }
        var now = present.of(unit, row.period(), sealed.lines().keySet());
        return differences.of(row, sealed, now).stream()
                .filter(Difference::open)
                .count();
    }

    /** Reports that wait for the viewer's yes or no. */
    List<Moved> toJudge() {
        var scope = access.scope(Capability.REPORT_ACCEPT);
        if (scope.empty()) {
            return List.of();
        }
        var sent =
                reports.where(REPORT.STATE.eq(ReportState.SUBMITTED.name()).and(scope.condition(REPORT.UNIT_ID)), MOST);
        return sent.stream()
                .flatMap(row -> organization
                        .find(row.unit(), row.period().lastDay())
                        .filter(unit -> unit.parent() != null && scope.contains(unit.parent()))
                        .map(unit -> new Moved(row, unit, 0))
                        .stream())
                .toList();
    }

    /** The units of changed figures by name, and their periods as people call them. */
    Map<String, String> names(Collection<Changed> changed) {
        var units = changed.stream().map(one -> one.frozen().ref().unit()).collect(Collectors.toSet());
        var names = organization.names(units, LocalDate.now(clock));
        return changed.stream()
                .collect(Collectors.toMap(
                        one -> one.frozen().id().toString(),
                        one -> Texts.text(
                                "consolidation.changed.of",
                                Objects.requireNonNullElse(
                                        names.get(one.frozen().ref().unit()), ""),
                                one.frozen().ref().period().label(LocaleContextHolder.getLocale())),
                        (one, other) -> one));
    }
}
