package org.giaoban.proceedings;

import static org.giaoban.proceedings.db.Tables.PRESENCE;
import static org.giaoban.proceedings.db.Tables.VOTER;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.giaoban.proceedings.Mark.Way;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stream of presence, and who of the summoned may vote. */
@Repository
class MarkRepository {

    static final int MOST = 20_000;

    private static final Field<PresenceState> STATE =
            PRESENCE.STATE.convert(PresenceState.class, PresenceState::valueOf, PresenceState::name);
    private static final Field<Way> WAY = PRESENCE.WAY.convert(Way.class, Way::valueOf, Way::name);

    private static final SelectField<Mark> A_MARK = row(
                    PRESENCE.SEQ,
                    PRESENCE.ATTENDEE_ID,
                    PRESENCE.PART,
                    STATE,
                    PRESENCE.SINCE,
                    PRESENCE.REASON,
                    WAY,
                    PRESENCE.BY_NAME,
                    PRESENCE.WRITTEN_AT)
            .mapping(Mark::new);

    private final DSLContext db;

    MarkRepository(DSLContext db) {
        this.db = db;
    }

    /** A row to be written after the one with this number; 0 when it is the first. */
    record Next(
            UUID attendee,
            int part,
            long after,
            PresenceState state,
            Instant since,
            @Nullable String reason,
            Way way) {}

    /** Everything ever said, in the order it was written. */
    List<Mark> of(MeetingId meeting) {
        return db.select(A_MARK)
                .from(PRESENCE)
                .where(PRESENCE.MEETING_ID.eq(meeting.value()))
                .orderBy(PRESENCE.SEQ)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    Optional<Mark> last(MeetingId meeting, UUID attendee, int part) {
        return db.select(A_MARK)
                .from(PRESENCE)
                .where(PRESENCE.MEETING_ID.eq(meeting.value()))
                .and(PRESENCE.ATTENDEE_ID.eq(attendee))
                .and(PRESENCE.PART.eq(part))
                .orderBy(PRESENCE.SEQ.desc())
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    /** False when another row already follows that one: somebody was quicker. */
    boolean append(MeetingId meeting, Next next, Viewer by, Instant now) {
        return db.execute(insert(meeting, next, by, now)) == 1;
    }

    /** All at once; those for whom somebody was quicker keep what that one wrote. */
    void append(MeetingId meeting, List<Next> all, Viewer by, Instant now) {
        db.batch(all.stream().map(next -> insert(meeting, next, by, now)).toList())
                .execute();
    }

    private Query insert(MeetingId meeting, Next next, Viewer by, Instant now) {
        return db.insertInto(PRESENCE)
                .set(PRESENCE.ID, Uuid7.next())
                .set(PRESENCE.MEETING_ID, meeting.value())
                .set(PRESENCE.ATTENDEE_ID, next.attendee())
                .set(PRESENCE.PART, next.part())
                .set(PRESENCE.AFTER_SEQ, next.after())
                .set(STATE, next.state())
                .set(PRESENCE.SINCE, next.since())
                .set(PRESENCE.REASON, next.reason())
                .set(WAY, next.way())
                .set(PRESENCE.ACCOUNT_ID, by.account())
                .set(PRESENCE.BY_NAME, by.name())
                .set(PRESENCE.WRITTEN_AT, now)
                .onConflict(PRESENCE.ATTENDEE_ID, PRESENCE.PART, PRESENCE.AFTER_SEQ)
                .doNothing();
    }

    /** Those of whom it was said whether they may vote. */
    Map<UUID, Boolean> voters(MeetingId meeting) {
        return db.select(VOTER.ATTENDEE_ID, VOTER.VOTING)
                .from(VOTER)
                .where(VOTER.MEETING_ID.eq(meeting.value()))
                .limit(MOST)
                .fetchMap(VOTER.ATTENDEE_ID, VOTER.VOTING);
    }

    void voting(MeetingId meeting, UUID attendee, boolean voting, String by, Instant now) {
        db.insertInto(VOTER)
                .set(VOTER.ATTENDEE_ID, attendee)
                .set(VOTER.MEETING_ID, meeting.value())
                .set(VOTER.VOTING, voting)
                .set(VOTER.BY_NAME, by)
                .set(VOTER.CHANGED_AT, now)
                .onConflict(VOTER.ATTENDEE_ID)
                .doUpdate()
                .set(VOTER.VOTING, voting)
                .set(VOTER.BY_NAME, by)
                .set(VOTER.CHANGED_AT, now)
                .execute();
    }
}
