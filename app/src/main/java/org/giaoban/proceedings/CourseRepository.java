package org.giaoban.proceedings;

import static org.giaoban.proceedings.db.Tables.COURSE;
import static org.giaoban.proceedings.db.Tables.TURN;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Where meetings stand: the part of the day, the key of the codes, when each item was dealt with. */
@Repository
class CourseRepository {

    private static final int KEY_BYTES = 32;

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    CourseRepository(DSLContext db) {
        this.db = db;
    }

    /** Where one meeting stands. */
    record Standing(int part, CheckInCode code) {}

    /** Time that an item was dealt with; still is while {@code ended} is null. */
    record Turn(UUID item, Instant started, @Nullable Instant ended) {}

    Optional<Standing> find(MeetingId meeting) {
        return db.select(COURSE.PART, COURSE.CODE_KEY)
                .from(COURSE)
                .where(COURSE.MEETING_ID.eq(meeting.value()))
                .fetchOptional(row -> new Standing(row.value1(), new CheckInCode(row.value2())));
    }

    int part(MeetingId meeting) {
        return find(meeting).map(Standing::part).orElse(1);
    }

    /** As {@link #find}, begun when nobody has asked before. */
    Standing standing(MeetingId meeting) {
        return find(meeting).orElseGet(() -> {
            var key = new byte[KEY_BYTES];
            random.nextBytes(key);
            db.insertInto(COURSE)
                    .set(COURSE.MEETING_ID, meeting.value())
                    .set(COURSE.CODE_KEY, key)
                    .onConflictDoNothing()
                    .execute();
            return find(meeting).orElseThrow();
        });
    }

    /** Whoever else moves the meeting on waits until this is done. */
    void hold(MeetingId meeting) {
        standing(meeting);
        db.select(COURSE.MEETING_ID)
                .from(COURSE)
                .where(COURSE.MEETING_ID.eq(meeting.value()))
                .forUpdate()
                .fetch();
    }

    /** False when somebody has gone on to another part already. */
    boolean openPart(MeetingId meeting, int before, int next) {
        standing(meeting);
        return db.update(COURSE)
                        .set(COURSE.PART, next)
                        .where(COURSE.MEETING_ID.eq(meeting.value()))
                        .and(COURSE.PART.eq(before))
                        .execute()
                == 1;
    }

    List<Turn> turns(MeetingId meeting) {
        return db.select(TURN.ITEM_ID, TURN.STARTED_AT, TURN.ENDED_AT)
                .from(TURN)
                .where(TURN.MEETING_ID.eq(meeting.value()))
                .orderBy(TURN.STARTED_AT, TURN.ID)
                .limit(1_000)
                .fetch(Records.mapping(Turn::new));
    }

    void end(MeetingId meeting, Instant at) {
        db.update(TURN)
                .set(TURN.ENDED_AT, at)
                .where(TURN.MEETING_ID.eq(meeting.value()))
                .and(TURN.ENDED_AT.isNull())
                .execute();
    }

    /** False when another item was begun at the same moment. */
    boolean begin(MeetingId meeting, UUID item, Instant at, String by) {
        return db.insertInto(TURN)
                        .set(TURN.ID, Uuid7.next())
                        .set(TURN.MEETING_ID, meeting.value())
                        .set(TURN.ITEM_ID, item)
                        .set(TURN.STARTED_AT, at)
                        .set(TURN.BY_NAME, by)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }
}
