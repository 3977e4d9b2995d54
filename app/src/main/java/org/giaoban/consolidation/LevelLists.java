package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.REPORT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.indicators.PrintedFigures.Changed;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.LevelForms;
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
    private final Targeting targeting;
    private final LevelForms forms;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    LevelLists(
            LevelRepository reports,
            SealRepository seals,
            AsNowReader present,
            DifferenceReader differences,
            Targeting targeting,
            LevelForms forms,
            Organization organization,
            Access access,
            Clock clock) {
        this.reports = reports;
        this.seals = seals;
        this.present = present;
        this.differences = differences;
        this.targeting = targeting;
        this.forms = forms;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** The page: a period with its neighbours, and a line per level and form; of one unit only when it is named. */
    public record ListPage(
            String label,
            String code,
            String previous,
            String next,
            @Nullable String unit,
            List<Line> lines) {}

    /** A level's report in the list. */
    public record Line(
            String unit, String form, String href, ReportState state, int version, String sent, boolean stirred) {}

    /** A report below which something moved, with how many figures differ. */
    record Moved(ReportRow row, Target target, long open) {}

    ListPage page(@Nullable String asked, @Nullable String unit) {
        var period = asked == null || asked.isBlank()
                ? Period.monthOf(LocalDate.now(clock).minusDays(STILL_LAST_MONTH))
                : Targeting.period(asked);
        var scope = access.scope(Capability.REPORT_READ);
        var levels = forms.levels(period).stream()
                .filter(level -> scope.contains(level.unit().id()))
                .filter(level -> unit == null || level.unit().code().equals(unit))
                .limit(MOST)
                .toList();
        var rows = reports
                .of(levels.stream().map(level -> level.unit().id()).distinct().toList(), period)
                .stream()
                .collect(Collectors.toMap(row -> Map.entry(row.unit(), row.form()), Function.identity()));
        var only = unit == null ? "" : "&unit=" + unit;
        return new ListPage(
                period.label(LocaleContextHolder.getLocale()),
                period.code(),
                "/consolidated?period=" + period.previous().code() + only,
                "/consolidated?period=" + period.next().code() + only,
                unit,
                levels.stream()
                        .map(level -> line(
                                new Target(level.unit(), level.form(), period),
                                rows.get(Map.entry(
                                        level.unit().id(), level.form().code()))))
                        .toList());
    }

    private static Line line(Target target, @Nullable ReportRow row) {
        return new Line(
                target.unit().name(),
                target.form().name(),
                target.href(),
                row == null ? ReportState.DRAFT : row.state(),
                row == null ? 0 : row.version(),
                row == null ? "" : Formats.dateTime(row.sent().at()),
                row != null && row.stirredAt() != null && row.state().stands());
    }

    /** Reports of the viewer's levels below which something moved and a figure is another one now. */
    List<Moved> moved() {
        return reports.where(stirred(), MOST_STIRRED).stream()
                .flatMap(row -> targeting.of(row).map(target -> new Moved(row, target, open(row, target))).stream())
                .toList();
    }

    /** Cheap, as every page shows it: whether a figure really differs is found out where the list is read. */
    int countStirred() {
        return reports.count(stirred(), MOST_STIRRED);
    }

    private Condition stirred() {
        return stirred(access.scope(Capability.REPORT_ENTER));
    }

    /** Reports of the scope that stand although something below has moved. */
    static Condition stirred(Scope scope) {
        return REPORT.STIRRED_AT
                .isNotNull()
                .and(REPORT.STATE.in(ReportState.SUBMITTED.name(), ReportState.ACCEPTED.name()))
                .and(scope.condition(REPORT.UNIT_ID));
    }

    private long open(ReportRow row, Target target) {
        var sealed = seals.find(row.id(), row.version()).orElse(null);
        if (sealed == null) {
            return 0;
        }
        var now = present.of(target, sealed.lines().keySet());
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
                .flatMap(row -> targeting
                        .of(row)
                        .filter(target -> target.unit().parent() != null
                                && scope.contains(target.unit().parent()))
                        .map(target -> new Moved(row, target, 0))
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
