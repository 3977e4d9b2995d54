package org.giaoban.proceedings;

import static org.giaoban.proceedings.db.Tables.SPEECH;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.meetings.MeetingId;
import org.giaoban.proceedings.FloorEntry.State;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The speaking list as rows; the database lets nobody speak beside another. */
@Repository
class SpeechRepository {

    private static final Field<State> STATE = SPEECH.STATE.convert(State.class, State::valueOf, State::name);

    private static final SelectField<FloorEntry> AN_ENTRY = row(
                    SPEECH.ID,
                    SPEECH.ITEM_ID,
                    SPEECH.ATTENDEE_ID,
                    SPEECH.NAME,
                    SPEECH.TITLE,
                    STATE,
                    SPEECH.PLACE,
                    SPEECH.ASKED_AT,
                    SPEECH.STARTED_AT,
                    SPEECH.ENDED_AT,
                    SPEECH.SUMMARY,
                    SPEECH.VERSION)
            .mapping(FloorEntry::new);

    private final DSLContext db;

    SpeechRepository(DSLContext db) {
        this.db = db;
    }

    List<FloorEntry> of(MeetingId meeting) {
        return db.select(AN_ENTRY)
                .from(SPEECH)
                .where(SPEECH.MEETING_ID.eq(meeting.value()))
                .orderBy(coalesce(SPEECH.STARTED_AT, val(Instant.parse("9999-01-01T00:00:00Z"))), SPEECH.PLACE)
                .limit(1_000)
                .fetch(Record1::value1);
    }

    Optional<FloorEntry> find(MeetingId meeting, UUID id) {
        return db.select(AN_ENTRY)
                .from(SPEECH)
                .where(SPEECH.MEETING_ID.eq(meeting.value()))
                .and(SPEECH.ID.eq(id))
                .forUpdate()
                .fetchOptional(Record1::value1);
    }

    /** Puts somebody at the end of the list; false when they are waiting already. */
    boolean insert(MeetingId meeting, FloorEntry entry, String by) {
        return db.insertInto(SPEECH)
                        .set(SPEECH.ID, entry.id())
                        .set(SPEECH.MEETING_ID, meeting.value())
                        .set(SPEECH.ITEM_ID, entry.item())
                        .set(SPEECH.ATTENDEE_ID, entry.attendee())
                        .set(SPEECH.NAME, entry.name())
                        .set(SPEECH.TITLE, entry.title())
                        .set(STATE, entry.state())
                        .set(
                                SPEECH.PLACE,
                                select(coalesce(max(SPEECH.PLACE), val(0)).plus(1))
                                        .from(SPEECH)
                                        .where(SPEECH.MEETING_ID.eq(meeting.value())))
                        .set(SPEECH.ASKED_AT, entry.askedAt())
                        .set(SPEECH.ASKED_BY, by)
                        .set(SPEECH.STARTED_AT, entry.startedAt())
                        .set(SPEECH.ENDED_AT, entry.endedAt())
                        .set(SPEECH.SUMMARY, entry.summary())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Gives the floor; false when this one does not wait any more. */
    boolean start(UUID id, Instant at) {
        return db.update(SPEECH)
                        .set(STATE, State.SPEAKING)
                        .set(SPEECH.STARTED_AT, at)
                        .set(SPEECH.VERSION, SPEECH.VERSION.plus(1))
                        .where(SPEECH.ID.eq(id))
                        .and(STATE.eq(State.WAITING))
                        .execute()
                == 1;
    }

    /** Ends whatever speech is going on. */
    void stop(MeetingId meeting, Instant at) {
        db.update(SPEECH)
                .set(STATE, State.DONE)
                .set(SPEECH.ENDED_AT, at)
                .set(SPEECH.VERSION, SPEECH.VERSION.plus(1))
                .where(SPEECH.MEETING_ID.eq(meeting.value()))
                .and(STATE.eq(State.SPEAKING))
                .execute();
    }

    boolean withdraw(UUID id) {
        return db.update(SPEECH)
                        .set(STATE, State.WITHDRAWN)
                        .set(SPEECH.VERSION, SPEECH.VERSION.plus(1))
                        .where(SPEECH.ID.eq(id))
                        .and(STATE.eq(State.WAITING))
                        .execute()
                == 1;
    }

    void place(UUID id, int place) {
        db.update(SPEECH)
                .set(SPEECH.PLACE, place)
                .set(SPEECH.VERSION, SPEECH.VERSION.plus(1))
                .where(SPEECH.ID.eq(id))
                .execute();
    }

    void summary(UUID id, String text) {
        db.update(SPEECH)
                .set(SPEECH.SUMMARY, text)
                .set(SPEECH.VERSION, SPEECH.VERSION.plus(1))
                .where(SPEECH.ID.eq(id))
                .execute();
    }
}
