package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.PART;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** The parts of meetings' days. */
@Repository
class PartRepository {

    private final DSLContext db;

    PartRepository(DSLContext db) {
        this.db = db;
    }

    List<DayPart> of(MeetingId meeting) {
        return db.select(PART.ID, PART.POSITION, PART.TITLE, PART.STARTS_AT, PART.MINUTES, PART.KIND)
                .from(PART)
                .where(PART.MEETING_ID.eq(meeting.value()))
                .orderBy(PART.POSITION)
                .limit(20)
                .fetch(Records.mapping(DayPart::new));
    }

    /** Writes the parts as given: known ones changed, the rest out; their items stay without a part. */
    void replace(MeetingId meeting, List<DayPart> parts) {
        db.deleteFrom(PART)
                .where(PART.MEETING_ID.eq(meeting.value()))
                .and(PART.ID.notIn(parts.stream().map(DayPart::id).toList()))
                .execute();
        db.batch(parts.stream()
                        .map(part -> db.insertInto(PART)
                                .set(PART.ID, part.id())
                                .set(PART.MEETING_ID, meeting.value())
                                .set(PART.POSITION, part.position())
                                .set(PART.TITLE, part.title())
                                .set(PART.STARTS_AT, part.startsAt())
                                .set(PART.MINUTES, part.minutes())
                                .set(PART.KIND, part.kind())
                                .onConflict(PART.ID)
                                .doUpdate()
                                .set(PART.POSITION, part.position())
                                .set(PART.TITLE, part.title())
                                .set(PART.STARTS_AT, part.startsAt())
                                .set(PART.MINUTES, part.minutes())
                                .set(PART.KIND, part.kind())
                                .where(PART.MEETING_ID.eq(meeting.value())))
                        .toList())
                .execute();
    }
}
