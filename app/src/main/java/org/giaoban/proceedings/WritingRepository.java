package org.giaoban.proceedings;

import static org.giaoban.proceedings.db.Tables.WRITING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.meetings.MeetingId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** What was typed, by the writer's key. */
@Repository
class WritingRepository {

    private final DSLContext db;

    WritingRepository(DSLContext db) {
        this.db = db;
    }

    /** One writer's change of a text. */
    record Written(UUID key, UUID place, String added, String removed, boolean met) {}

    /** False when this key was written before. */
    boolean insert(MeetingId meeting, Written written, Viewer by, Instant at) {
        return db.insertInto(WRITING)
                        .set(WRITING.ID, written.key())
                        .set(WRITING.MEETING_ID, meeting.value())
                        .set(WRITING.PLACE, written.place())
                        .set(WRITING.ADDED, written.added())
                        .set(WRITING.REMOVED, written.removed())
                        .set(WRITING.MET, written.met())
                        .set(WRITING.ACCOUNT_ID, by.account())
                        .set(WRITING.BY_NAME, by.name())
                        .set(WRITING.WRITTEN_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean known(UUID key) {
        return db.fetchExists(WRITING, WRITING.ID.eq(key));
    }

    /** Who wrote where, in the order they first did. */
    Map<UUID, List<String>> writers(MeetingId meeting) {
        return db.select(WRITING.PLACE, WRITING.BY_NAME)
                .from(WRITING)
                .where(WRITING.MEETING_ID.eq(meeting.value()))
                .groupBy(WRITING.PLACE, WRITING.BY_NAME)
                .orderBy(org.jooq.impl.DSL.min(WRITING.SEQ))
                .limit(5_000)
                .fetchGroups(WRITING.PLACE, WRITING.BY_NAME);
    }
}
