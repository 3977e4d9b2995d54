package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.WorkingCalendar;
import org.giaoban.meetings.Recurrence.Occurrence;
import org.giaoban.organization.Organization;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next draft of a series: its day by the rule, its agenda by the kind, the invited by the last meeting and the kind. */
@Service
@Transactional
class SeriesDrafts {

    private final RecurrenceRepository series;
    private final KindRepository kinds;
    private final MeetingPlanning planning;
    private final InvitedUnits invited;
    private final Organization organization;
    private final MeetingDoor door;

    SeriesDrafts(
            RecurrenceRepository series,
            KindRepository kinds,
            MeetingPlanning planning,
            InvitedUnits invited,
            Organization organization,
            MeetingDoor door) {
        this.series = series;
        this.kinds = kinds;
        this.planning = planning;
        this.invited = invited;
        this.organization = organization;
        this.door = door;
    }

    /** When the series meets next by its rule, leaving out periods that have their meeting. */
    @Transactional(readOnly = true)
    Optional<Occurrence> next(RecurrenceRepository.Line line) {
        var rule = line.recurrence();
        if (rule == null) {
            return Optional.empty();
        }
        var calendar = organization.workingCalendar();
        var kind = kind(line.kind(), door.today());
        var taken = kind.period() == null ? List.<String>of() : series.periods(line.id());
        var found = rule.after(from(line, rule), calendar);
        while (found.isPresent() && taken.contains(code(kind, found.get().named()))) {
            found = rule.after(found.get().named(), calendar);
        }
        return found;
    }

    private static String code(MeetingKind kind, LocalDate day) {
        var period = kind.periodOf(day);
        return period == null ? "" : period.code();
    }

    /** The series whose next draft is due. */
    @Transactional(readOnly = true)
    List<UUID> due(int most) {
        var today = door.today();
        var calendar = organization.workingCalendar();
        return series.recurring(today, most).stream()
                .filter(line -> due(line, nearest(line, calendar), today))
                .filter(line -> organization.find(line.unit(), today).isPresent())
                .filter(line -> due(line, next(line), today))
                .map(RecurrenceRepository.Line::id)
                .toList();
    }

    private static Optional<Occurrence> nearest(RecurrenceRepository.Line line, WorkingCalendar calendar) {
        var rule = line.recurrence();
        return rule == null ? Optional.empty() : rule.after(from(line, rule), calendar);
    }

    private static LocalDate from(RecurrenceRepository.Line line, Recurrence rule) {
        return line.last() == null ? rule.valid().from().minusDays(1) : line.last();
    }

    private static boolean due(RecurrenceRepository.Line line, Optional<Occurrence> next, LocalDate today) {
        var rule = line.recurrence();
        return rule != null
                && next.filter(one ->
                                !one.day().minusDays(rule.setting().aheadDays()).isAfter(today))
                        .isPresent();
    }

    void draftIfDue(UUID id) {
        series.find(id).filter(line -> due(line, next(line), door.today())).ifPresent(line -> draft(line.id()));
    }

    /** Drafts the next meeting; by the rule of the series, else one period after the last meeting. */
    MeetingId draft(UUID id) {
        var line = series.find(id).orElseThrow(() -> new NotFound(id));
        var last = series.latest(id).orElse(null);
        var occurrence =
                next(line).or(() -> byPeriod(line, last)).orElseThrow(() -> new Refused("meetings.refused.no-rule"));
        var units = new LinkedHashSet<UnitId>(invited.ofRules(line.unit(), line.kind(), occurrence.day()));
        if (last != null) {
            units.addAll(invited.of(last.id(), occurrence.day()));
        }
        return planning.plan(line.unit(), plan(line, last, occurrence), List.copyOf(units));
    }

    private Optional<Occurrence> byPeriod(RecurrenceRepository.Line line, @Nullable Meeting last) {
        var period = last == null ? null : last.plan().period();
        if (last == null || period == null) {
            return Optional.empty();
        }
        var named = last.day()
                .plusMonths(Math.max(1, period.from().until(period.until()).toTotalMonths()));
        var calendar = organization.workingCalendar();
        var day = calendar.isWorkingDay(named) ? named : calendar.plusWorkingDays(named, 1);
        return Optional.of(new Occurrence(named, day));
    }

    private Meeting.Plan plan(RecurrenceRepository.Line line, @Nullable Meeting last, Occurrence occurrence) {
        var kind = kind(line.kind(), occurrence.day());
        var rule = line.recurrence();
        var before = last == null ? null : last.plan();
        var period = period(kind, before, occurrence, rule == null);
        var time = rule != null
                ? rule.setting().starts()
                : before == null
                        ? MeetingKind.MORNING
                        : before.startsAt().atZone(Zone.ID).toLocalTime();
        var calendar = organization.workingCalendar();
        var until = calendar.plusWorkingDays(occurrence.day(), -kind.rules().noticeDays() - 2);
        return new Meeting.Plan(
                line.kind(),
                MeetingKind.fill(kind.title(), period),
                period,
                occurrence.day().atTime(time).atZone(Zone.ID).toInstant(),
                rule != null ? rule.setting().minutes() : before == null ? kind.minutes() : before.minutes(),
                rule != null ? rule.setting().place() : before == null ? "" : before.place(),
                before == null ? null : before.chair(),
                new Meeting.Way(
                        before == null ? null : before.way().link(),
                        until.atTime(MeetingKind.EVENING).atZone(Zone.ID).toInstant(),
                        rule == null ? null : occurrence.named()));
    }

    private static @Nullable Period period(
            MeetingKind kind, Meeting.@Nullable Plan before, Occurrence occurrence, boolean byPeriod) {
        var last = before == null ? null : before.period();
        return byPeriod && last != null ? last.next() : kind.periodOf(occurrence.named());
    }

    private MeetingKind kind(String code, LocalDate day) {
        return kinds.find(code, day).orElseThrow(() -> new NotFound(code));
    }
}
