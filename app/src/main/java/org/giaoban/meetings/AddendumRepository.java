package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.ADDENDUM;

import java.time.Instant;
import java.util.List;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** What was added to locked minutes. */
@Repository
class AddendumRepository {

    /** One addition with who signed it. */
    record Addendum(String text, String by, Instant at) {}

    private final DSLContext db;

    AddendumRepository(DSLContext db) {
        this.db = db;
    }

    void insert(MeetingId meeting, String text, Viewer by, Instant at) {
        db.insertInto(ADDENDUM)
                .set(ADDENDUM.ID, Uuid7.next())
                .set(ADDENDUM.MEETING_ID, meeting.value())
                .set(ADDENDUM.TEXT, text)
                .set(ADDENDUM.BY_NAME, by.name())
                .set(ADDENDUM.ACCOUNT_ID, by.account())
                .set(ADDENDUM.WRITTEN_AT, at)
                .execute();
    }

    List<Addendum> of(MeetingId meeting) {
        return db.select(ADDENDUM.TEXT, ADDENDUM.BY_NAME, ADDENDUM.WRITTEN_AT)
                .from(ADDENDUM)
                .where(ADDENDUM.MEETING_ID.eq(meeting.value()))
                .orderBy(ADDENDUM.WRITTEN_AT)
                .limit(200)
                .fetch(Records.mapping(Addendum::new));
    }
}
