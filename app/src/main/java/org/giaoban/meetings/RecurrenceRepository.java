package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.MEETING;
import static org.giaoban.meetings.db.Tables.RECURRENCE;
import static org.giaoban.meetings.db.Tables.SERIES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Series with their rules of recurrence. */
@Repository
class RecurrenceRepository {

    /** A series; it recurs when it has a rule. {@code last} is the day of its last meeting as the rule names days. */
    record Line(
            UUID id,
            UnitId unit,
            String kind,
            @Nullable Recurrence recurrence,
            @Nullable LocalDate last) {}

    private static final Field<LocalDate> LAST = field(select(max(coalesce(
                    MEETING.OCCURRENCE_ON,
                    field("({0} at time zone 'Asia/Ho_Chi_Minh')::date", LocalDate.class, MEETING.STARTS_AT))))
            .from(MEETING)
            .where(MEETING.SERIES_ID.eq(SERIES.ID)));

    private static final SelectField<Recurrence> A_RECURRENCE = row(
                    row(
                                    RECURRENCE.PATTERN.convert(
                                            Recurrence.Pattern.class,
                                            Recurrence.Pattern::valueOf,
                                            Recurrence.Pattern::name),
                                    RECURRENCE.NUMBER,
                                    RECURRENCE.WEEKDAY,
                                    RECURRENCE.EVERY_MONTHS,
                                    RECURRENCE.FIRST_MONTH)
                            .mapping(Recurrence.Rule::new),
                    RECURRENCE.SHIFT.convert(Recurrence.Shift.class, Recurrence.Shift::valueOf, Recurrence.Shift::name),
                    row(RECURRENCE.STARTS, RECURRENCE.MINUTES, RECURRENCE.PLACE, RECURRENCE.AHEAD_DAYS)
                            .mapping(Recurrence.Setting::new),
                    row(RECURRENCE.SINCE, RECURRENCE.UNTIL).mapping(DateRange::new),
                    RECURRENCE.VERSION)
            .mapping(Recurrence::new);

    /** The rule of a series; null when it has none. */
    private static final Field<Recurrence> RULE = multiset(
                    select(A_RECURRENCE).from(RECURRENCE).where(RECURRENCE.SERIES_ID.eq(SERIES.ID)))
            .convertFrom(rows -> rows.isEmpty() ? null : rows.getFirst().value1());

    private final DSLContext db;

    RecurrenceRepository(DSLContext db) {
        this.db = db;
    }

    /** The series that recur. */
    List<Line> recurring(LocalDate day, int most) {
        return lines(
                RECURRENCE
                        .SINCE
                        .le(day.plusDays(366))
                        .and(RECURRENCE.UNTIL.isNull().or(RECURRENCE.UNTIL.gt(day))),
                most);
    }

    List<Line> of(Scope scope, int most) {
        return lines(scope.condition(SERIES.UNIT_ID), most);
    }

    Set<String> kinds(UnitId unit) {
        return db.select(SERIES.KIND)
                .from(SERIES)
                .where(SERIES.UNIT_ID.eq(unit))
                .fetchSet(SERIES.KIND);
    }

    Optional<Line> find(UUID series) {
        return lines(SERIES.ID.eq(series), 1).stream().findFirst();
    }

    private List<Line> lines(Condition condition, int most) {
        return db.select(row(SERIES.ID, SERIES.UNIT_ID, SERIES.KIND, RULE, LAST).mapping(Line::new))
                .from(SERIES)
                .leftJoin(RECURRENCE)
                .on(RECURRENCE.SERIES_ID.eq(SERIES.ID))
                .where(condition)
                .orderBy(SERIES.UNIT_ID, SERIES.KIND)
                .limit(most)
                .fetch(Record1::value1);
    }

    /** The periods a series has a meeting for. */
    List<String> periods(UUID series) {
        return db.select(MEETING.PERIOD)
                .from(MEETING)
                .where(MEETING.SERIES_ID.eq(series))
                .and(MEETING.PERIOD.isNotNull())
                .and(MEETING.STATE.ne(MeetingState.CANCELLED.name()))
                .orderBy(MEETING.STARTS_AT.desc())
                .limit(60)
                .fetch(MEETING.PERIOD);
    }

    /** Puts the rule of a series in place; false when somebody changed it since it was read. */
    boolean put(UUID series, Recurrence recurrence) {
        var values = values(recurrence);
        return db.insertInto(RECURRENCE)
                        .set(RECURRENCE.SERIES_ID, series)
                        .set(RECURRENCE.VERSION, 1)
                        .set(values)
                        .onConflict(RECURRENCE.SERIES_ID)
                        .doUpdate()
                        .set(values)
                        .set(RECURRENCE.VERSION, RECURRENCE.VERSION.plus(1))
                        .where(RECURRENCE.VERSION.eq(recurrence.version()))
                        .execute()
                == 1;
    }

    void drop(UUID series) {
        db.deleteFrom(RECURRENCE).where(RECURRENCE.SERIES_ID.eq(series)).execute();
    }

    private static Map<Field<?>, @Nullable Object> values(Recurrence recurrence) {
        var values = new HashMap<Field<?>, @Nullable Object>();
        values.put(RECURRENCE.PATTERN, recurrence.rule().pattern().name());
        values.put(RECURRENCE.NUMBER, recurrence.rule().number());
        values.put(RECURRENCE.WEEKDAY, recurrence.rule().weekday());
        values.put(RECURRENCE.EVERY_MONTHS, recurrence.rule().everyMonths());
        values.put(RECURRENCE.FIRST_MONTH, recurrence.rule().firstMonth());
        values.put(RECURRENCE.SHIFT, recurrence.shift().name());
        values.put(RECURRENCE.STARTS, recurrence.setting().starts());
        values.put(RECURRENCE.MINUTES, recurrence.setting().minutes());
        values.put(RECURRENCE.PLACE, recurrence.setting().place());
        values.put(RECURRENCE.AHEAD_DAYS, recurrence.setting().aheadDays());
        values.put(RECURRENCE.SINCE, recurrence.valid().from());
        values.put(RECURRENCE.UNTIL, recurrence.valid().until());
        return values;
    }

    /** The last meeting of a series that was not cancelled. */
    Optional<Meeting> latest(UUID series) {
        return db.select(MeetingRepository.A_MEETING)
                .from(MEETING)
                .where(MEETING.SERIES_ID.eq(series))
                .and(MEETING.STATE.ne(MeetingState.CANCELLED.name()))
                .orderBy(MEETING.STARTS_AT.desc())
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    /** The first meeting of a series still to come after a moment. */
    Optional<Meeting> following(Meeting meeting) {
        return db.select(MeetingRepository.A_MEETING)
                .from(MEETING)
                .where(MEETING.SERIES_ID.eq(meeting.series()))
                .and(MEETING.STATE.in(MeetingState.DRAFT.name(), MeetingState.PLANNED.name()))
                .and(MEETING.STARTS_AT.gt(meeting.plan().startsAt()))
                .orderBy(MEETING.STARTS_AT)
                .limit(1)
                .fetchOptional(Record1::value1);
    }
}
