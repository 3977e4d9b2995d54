package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.KIND;
import static org.giaoban.meetings.db.Tables.MEETING;
import static org.giaoban.meetings.db.Tables.SERIES;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** Meetings and their series as rows. */
@Repository
class MeetingRepository {

    /** Meetings this near are held in one go. */
    private static final long CLOSE = 1_800;

    private static final Field<MeetingId> ID = MEETING.ID.convert(MeetingId.class, MeetingId::new, MeetingId::value);
    private static final Field<MeetingState> STATE =
            MEETING.STATE.convert(MeetingState.class, MeetingState::valueOf, MeetingState::name);
    private static final Field<Period> PERIOD =
            MEETING.PERIOD.convert(Converter.ofNullable(String.class, Period.class, Period::parse, Period::code));

    private static final SelectField<Meeting.Plan> PLAN = row(
                    MEETING.KIND,
                    MEETING.TITLE,
                    PERIOD,
                    MEETING.STARTS_AT,
                    MEETING.MINUTES,
                    MEETING.PLACE,
                    MEETING.CHAIR_PERSON_ID,
                    row(MEETING.LINK, MEETING.PROPOSALS_UNTIL, MEETING.OCCURRENCE_ON)
                            .mapping(Meeting.Way::new))
            .mapping(Meeting.Plan::new);

    static final SelectField<Meeting> A_MEETING = row(
                    ID,
                    MEETING.SERIES_ID,
                    MEETING.UNIT_ID,
                    PLAN,
                    STATE,
                    MEETING.OPENED_AT,
                    MEETING.ENDED_AT,
                    MEETING.CLOSED_AT,
                    MEETING.VERSION)
            .mapping(Meeting::new);

    private final DSLContext db;

    MeetingRepository(DSLContext db) {
        this.db = db;
    }

    /** The series of a unit's meetings of one kind, begun by its first meeting. */
    UUID series(UnitId unit, String kind) {
        db.insertInto(SERIES)
                .set(SERIES.ID, Uuid7.next())
                .set(SERIES.UNIT_ID, unit)
                .set(SERIES.KIND, kind)
                .onConflictDoNothing()
                .execute();
        return findSeries(unit, kind).orElseThrow();
    }

    Optional<UUID> findSeries(UnitId unit, String kind) {
        return db.select(SERIES.ID)
                .from(SERIES)
                .where(SERIES.UNIT_ID.eq(unit))
                .and(SERIES.KIND.eq(kind))
                .fetchOptional(SERIES.ID);
    }

    /** @throws DuplicateKeyException when the series already has a meeting for the period */
    void insert(Meeting meeting) {
        db.insertInto(MEETING)
                .set(ID, meeting.id())
                .set(MEETING.SERIES_ID, meeting.series())
                .set(MEETING.UNIT_ID, meeting.unit())
                .set(MEETING.KIND, meeting.plan().kind())
                .set(STATE, meeting.state())
                .set(plan(meeting))
                .execute();
    }

    private static java.util.Map<Field<?>, Object> plan(Meeting meeting) {
        var values = new java.util.HashMap<Field<?>, Object>();
        values.put(MEETING.TITLE, meeting.plan().title());
        values.put(
                MEETING.PERIOD,
                meeting.plan().period() == null ? null : meeting.plan().period().code());
        values.put(MEETING.STARTS_AT, meeting.plan().startsAt());
        values.put(MEETING.MINUTES, meeting.plan().minutes());
        values.put(MEETING.PLACE, meeting.plan().place());
        values.put(MEETING.CHAIR_PERSON_ID, meeting.plan().chair());
        values.put(MEETING.LINK, meeting.plan().way().link());
        values.put(MEETING.PROPOSALS_UNTIL, meeting.plan().way().proposalsUntil());
        values.put(MEETING.OCCURRENCE_ON, meeting.plan().way().occurrence());
        return values;
    }

    /** False when somebody saved the meeting since it was read. */
    boolean update(Meeting meeting) {
        return db.update(MEETING)
                        .set(plan(meeting))
                        .set(STATE, meeting.state())
                        .set(MEETING.OPENED_AT, meeting.openedAt())
                        .set(MEETING.ENDED_AT, meeting.endedAt())
                        .set(MEETING.CLOSED_AT, meeting.closedAt())
                        .set(MEETING.VERSION, MEETING.VERSION.plus(1))
                        .where(ID.eq(meeting.id()))
                        .and(MEETING.VERSION.eq(meeting.version()))
                        .execute()
                == 1;
    }

    /** Why a meeting was called off. */
    void becauseOf(MeetingId id, String reason) {
        db.update(MEETING).set(MEETING.CANCEL_REASON, reason).where(ID.eq(id)).execute();
    }

    Optional<Meeting> find(MeetingId id) {
        return db.select(A_MEETING).from(MEETING).where(ID.eq(id)).fetchOptional(Record1::value1);
    }

    Optional<Meeting> lock(MeetingId id) {
        return db.select(A_MEETING).from(MEETING).where(ID.eq(id)).forUpdate().fetchOptional(Record1::value1);
    }

    /** Lets what is written under a running meeting and its closing wait for each other. */
    Optional<Meeting> share(MeetingId id) {
        return db.select(A_MEETING).from(MEETING).where(ID.eq(id)).forShare().fetchOptional(Record1::value1);
    }

    Optional<Meeting> startingAt(UnitId unit, Instant startsAt) {
        return db.select(A_MEETING)
                .from(MEETING)
                .where(MEETING.UNIT_ID.eq(unit))
                .and(MEETING.STARTS_AT.eq(startsAt))
                .orderBy(MEETING.ID)
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    Optional<Meeting> forPeriod(UnitId unit, Period period) {
        return db.select(A_MEETING)
                .from(MEETING)
                .join(KIND)
                .on(KIND.CODE.eq(MEETING.KIND))
                .where(MEETING.UNIT_ID.eq(unit))
                .and(KIND.BRIEFING)
                .and(PERIOD.eq(period))
                .and(STATE.ne(MeetingState.CANCELLED))
                .orderBy(MEETING.STARTS_AT)
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    List<Meeting> upcoming(UnitId unit, Instant from, int limit) {
        return list(
                MEETING.UNIT_ID
                        .eq(unit)
                        .and(STATE.eq(MeetingState.RUNNING)
                                .or(STATE.eq(MeetingState.PLANNED).and(MEETING.STARTS_AT.ge(from)))),
                limit);
    }

    /** The closed meetings of a series before a moment, newest first. */
    List<MeetingId> earlier(UUID series, Instant before) {
        return db.select(ID)
                .from(MEETING)
                .where(MEETING.SERIES_ID.eq(series))
                .and(STATE.eq(MeetingState.CLOSED))
                .and(MEETING.STARTS_AT.lt(before))
                .orderBy(MEETING.STARTS_AT.desc())
                .limit(120)
                .fetch(ID);
    }

    /** The closed meetings a unit held for earlier periods of the same kind, newest first. */
    List<MeetingId> before(UnitId unit, Period period) {
        return db.select(ID)
                .from(MEETING)
                .join(KIND)
                .on(KIND.CODE.eq(MEETING.KIND))
                .where(MEETING.UNIT_ID.eq(unit))
                .and(STATE.eq(MeetingState.CLOSED))
                .and(KIND.BRIEFING)
                .and(KIND.PERIOD.eq(period.kind().name()))
                .and(MEETING.PERIOD.lt(period.code()))
                .orderBy(MEETING.STARTS_AT.desc())
                .limit(120)
                .fetch(ID);
    }

    /** Other meetings of the unit that touch this one's hours, or follow it within half an hour. */
    List<Meeting> sameHours(Meeting meeting) {
        var plan = meeting.plan();
        return list(
                MEETING.UNIT_ID
                        .eq(meeting.unit())
                        .and(ID.ne(meeting.id()))
                        .and(STATE.ne(MeetingState.CANCELLED))
                        .and(MEETING.STARTS_AT.between(
                                plan.startsAt().minusSeconds(24 * 3600L),
                                plan.endsAt().plusSeconds(CLOSE)))
                        .and(field(
                                        "{0} + {1} * interval '1 minute'",
                                        MEETING.STARTS_AT.getDataType(), MEETING.STARTS_AT, MEETING.MINUTES)
                                .ge(plan.startsAt().minusSeconds(CLOSE))),
                10);
    }

    List<Meeting> page(Scope scope, MeetingFilter filter, int limit) {
        return list(scope.condition(MEETING.UNIT_ID).and(narrowed(filter)), limit);
    }

    /** The units that held or plan a meeting, for the filter. */
    List<UnitId> units(Scope scope) {
        return db.select(SERIES.UNIT_ID)
                .from(SERIES)
                .where(scope.condition(SERIES.UNIT_ID))
                .groupBy(SERIES.UNIT_ID)
                .limit(500)
                .fetch(SERIES.UNIT_ID);
    }

    private static Condition narrowed(MeetingFilter filter) {
        var condition = filter.past()
                ? STATE.in(MeetingState.CLOSED, MeetingState.CANCELLED)
                : STATE.in(MeetingState.PLANNED, MeetingState.RUNNING)
                        .or(STATE.eq(MeetingState.DRAFT).and(filter.drafts().condition(MEETING.UNIT_ID)));
        if (filter.unit() != null) {
            condition = condition.and(MEETING.UNIT_ID.eq(filter.unit()));
        }
        if (filter.after() != null) {
            var key = row(MEETING.STARTS_AT, MEETING.ID);
            condition = condition.and(
                    key.lt(filter.after().startsAt(), filter.after().id()));
        }
        return condition;
    }

    private List<Meeting> list(Condition condition, int limit) {
        return db.select(A_MEETING)
                .from(MEETING)
                .where(condition)
                .orderBy(MEETING.STARTS_AT.desc(), MEETING.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    Map<MeetingId, UnitId> units(Collection<MeetingId> ids) {
        return db.select(MEETING.ID.convertFrom(MeetingId::new), MEETING.UNIT_ID)
                .from(MEETING)
                .where(MEETING.ID.in(ids.stream().map(MeetingId::value).toList()))
                .fetchMap(Record2::value1, Record2::value2);
    }
}
