package org.giaoban.minutes;

import static org.giaoban.minutes.db.Tables.BOOK;
import static org.giaoban.minutes.db.Tables.RECORD;
import static org.giaoban.minutes.db.Tables.SECTION;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Reach;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Minutes, their sections and their numbers as rows. */
@Repository
class MinutesRepository {

    private static final SelectField<Minutes> MINUTES = row(
                    RECORD.MEETING_ID.convertFrom(MeetingId::new),
                    RECORD.UNIT_ID,
                    RECORD.STATE.convertFrom(MinutesState::valueOf),
                    row(
                                    RECORD.TITLE,
                                    RECORD.HELD_ON,
                                    row(RECORD.SUMMONED, RECORD.PRESENT, RECORD.ONLINE, RECORD.EXCUSED, RECORD.ABSENT)
                                            .mapping(Minutes.Attendance::new))
                            .mapping(Minutes.Facts::new),
                    row(RECORD.SECRETARY_ACCOUNT_ID, RECORD.SECRETARY_NAME).mapping(Minutes.Secretary::new),
                    row(RECORD.CHAIR_PERSON_ID, RECORD.CHAIR_NAME, RECORD.CHAIR_TITLE)
                            .mapping(Minutes.Chair::new),
                    row(RECORD.DRAFTED_AT, RECORD.REMARKS_UNTIL, RECORD.ADOPTED_AT, RECORD.LOCKED_AT, RECORD.NOTICE_AT)
                            .mapping(Minutes.Moments::new),
                    row(RECORD.YEAR, RECORD.NUMBER)
                            .mapping((year, number) ->
                                    year == null || number == null ? null : new Minutes.Number(year, number)),
                    RECORD.HASH,
                    RECORD.VERSION)
            .mapping(Minutes::new);

    private final DSLContext db;

    MinutesRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Minutes> find(MeetingId meeting) {
        return db.select(MINUTES)
                .from(RECORD)
                .where(RECORD.MEETING_ID.eq(meeting.value()))
                .fetchOptional(Record1::value1);
    }

    /** Everybody else who wants to change these minutes waits for the commit. */
    Optional<Minutes> lock(MeetingId meeting) {
        return db.select(MINUTES)
                .from(RECORD)
                .where(RECORD.MEETING_ID.eq(meeting.value()))
                .forUpdate()
                .fetchOptional(Record1::value1);
    }

    List<Minutes> of(Collection<UnitId> units, int year, int limit) {
        return list(
                RECORD.UNIT_ID
                        .in(units)
                        .and(RECORD.HELD_ON.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))),
                limit);
    }

    private List<Minutes> list(Condition condition, int limit) {
        return db.select(MINUTES)
                .from(RECORD)
                .where(condition)
                .orderBy(RECORD.NUMBER.asc().nullsLast(), RECORD.HELD_ON, RECORD.MEETING_ID)
                .limit(limit)
                .fetch(Record1::value1);
    }

    List<Section> sections(MeetingId meeting) {
        return db.select(SECTION.POSITION, SECTION.HEADING, SECTION.TEXT, SECTION.REACH, SECTION.VERSION)
                .from(SECTION)
                .where(SECTION.MEETING_ID.eq(meeting.value()))
                .orderBy(SECTION.POSITION)
                .limit(200)
                .fetch(row -> new Section(
                        row.value1(), row.value2(), row.value3(), Reach.valueOf(row.value4()), row.value5()));
    }

    /** False when there are minutes already: two may draw them up at once. */
    boolean insert(Minutes minutes, List<Section> sections) {
        var facts = minutes.facts();
        var attendance = facts.attendance();
        var values = new HashMap<Field<?>, Object>();
        values.put(RECORD.MEETING_ID, minutes.meeting().value());
        values.put(RECORD.UNIT_ID, minutes.unit());
        values.put(RECORD.TITLE, facts.title());
        values.put(RECORD.HELD_ON, facts.day());
        values.put(RECORD.SUMMONED, attendance.summoned());
        values.put(RECORD.PRESENT, attendance.present());
        values.put(RECORD.ONLINE, attendance.online());
        values.put(RECORD.EXCUSED, attendance.excused());
        values.put(RECORD.ABSENT, attendance.absent());
        values.put(RECORD.DRAFTED_AT, minutes.moments().drafted());
        values.put(RECORD.SECRETARY_ACCOUNT_ID, minutes.secretary().account());
        values.put(RECORD.SECRETARY_NAME, minutes.secretary().name());
        values.put(RECORD.CHAIR_PERSON_ID, minutes.chair().person());
        values.put(RECORD.CHAIR_NAME, minutes.chair().name());
        values.put(RECORD.CHAIR_TITLE, minutes.chair().title());
        values.put(RECORD.STATE, MinutesState.DRAFT.name());
        var inserted = db.insertInto(RECORD).set(values).onConflictDoNothing().execute() == 1;
        if (inserted) {
            db.batch(sections.stream()
                            .map(one -> db.insertInto(SECTION)
                                    .set(SECTION.MEETING_ID, minutes.meeting().value())
                                    .set(SECTION.POSITION, one.position())
                                    .set(SECTION.HEADING, one.heading())
                                    .set(SECTION.TEXT, one.text())
                                    .set(SECTION.REACH, one.reach().name()))
                            .toList())
                    .execute();
        }
        return inserted;
    }

    void readOut(MeetingId meeting, Instant until) {
        update(meeting, MinutesState.READ_OUT, Map.of(RECORD.REMARKS_UNTIL, until));
    }

    void adopt(MeetingId meeting, Instant at, Minutes.Number number) {
        update(
                meeting,
                MinutesState.ADOPTED,
                Map.of(RECORD.ADOPTED_AT, at, RECORD.YEAR, number.year(), RECORD.NUMBER, number.number()));
    }

    void lock(MeetingId meeting, Instant at, String hash) {
        update(meeting, MinutesState.LOCKED, Map.of(RECORD.LOCKED_AT, at, RECORD.HASH, hash));
    }

    void keep(MeetingId meeting, Minutes.Secretary secretary) {
        db.update(RECORD)
                .set(RECORD.SECRETARY_ACCOUNT_ID, secretary.account())
                .set(RECORD.SECRETARY_NAME, secretary.name())
                .set(RECORD.VERSION, RECORD.VERSION.plus(1))
                .where(RECORD.MEETING_ID.eq(meeting.value()))
                .execute();
    }

    /** By when the notice of conclusions is wanted. */
    void wantNotice(MeetingId meeting, Instant due) {
        db.update(RECORD)
                .set(RECORD.NOTICE_DUE, due)
                .where(RECORD.MEETING_ID.eq(meeting.value()))
                .execute();
    }

    /** When the notice of conclusions first went out. */
    void noticed(MeetingId meeting, Instant at) {
        db.update(RECORD)
                .set(RECORD.NOTICE_AT, at)
                .where(RECORD.MEETING_ID.eq(meeting.value()))
                .and(RECORD.NOTICE_AT.isNull())
                .execute();
    }

    private void update(MeetingId meeting, MinutesState state, Map<Field<?>, Object> values) {
        db.update(RECORD)
                .set(values)
                .set(RECORD.STATE, state.name())
                .set(RECORD.VERSION, RECORD.VERSION.plus(1))
                .where(RECORD.MEETING_ID.eq(meeting.value()))
                .execute();
    }

    /** False when somebody else changed the section meanwhile. */
    boolean write(MeetingId meeting, int position, int version, String text) {
        return db.update(SECTION)
                        .set(SECTION.TEXT, text)
                        .set(SECTION.VERSION, SECTION.VERSION.plus(1))
                        .where(SECTION.MEETING_ID.eq(meeting.value()))
                        .and(SECTION.POSITION.eq(position))
                        .and(SECTION.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** The next number of the book: whoever else wants one waits, and a roll-back leaves no gap. */
    int next(UnitId unit, int year) {
        return db.insertInto(BOOK)
                .set(BOOK.UNIT_ID, unit)
                .set(BOOK.YEAR, year)
                .set(BOOK.LAST_NUMBER, 1)
                .onConflict(BOOK.UNIT_ID, BOOK.YEAR)
                .doUpdate()
                .set(BOOK.LAST_NUMBER, BOOK.LAST_NUMBER.plus(1))
                .returningResult(BOOK.LAST_NUMBER)
                .fetchSingle(Record1::value1);
    }
}
