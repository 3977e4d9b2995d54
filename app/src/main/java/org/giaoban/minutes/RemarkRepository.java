package org.giaoban.minutes;

import static org.giaoban.minutes.db.Tables.ADDENDUM;
import static org.giaoban.minutes.db.Tables.REMARK;
import static org.giaoban.minutes.db.Tables.SIGNATURE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record8;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What attendees say of the minutes, who signed them, and what was added after. */
@Repository
class RemarkRepository {

    /** A remark on a section, with its answer once it has one. */
    record Remark(
            UUID id,
            int section,
            String by,
            String text,
            Instant at,
            @Nullable Answer answer) {}

    /** Taken in, or refused with a reason. */
    record Answer(boolean takenIn, @Nullable String reason, String by) {}

    /** Who signed as what. */
    record Signature(Role role, String name, String title, Instant at, String hash) {}

    /** The two who sign. */
    enum Role {
        CHAIR,
        SECRETARY
    }

    /** One addition with who made it. */
    record Addendum(int number, String text, String by, Instant at) {}

    private final DSLContext db;

    RemarkRepository(DSLContext db) {
        this.db = db;
    }

    void remark(MeetingId meeting, int section, String text, Viewer by, Instant at) {
        db.insertInto(REMARK)
                .set(REMARK.ID, Uuid7.next())
                .set(REMARK.MEETING_ID, meeting.value())
                .set(REMARK.POSITION, section)
                .set(REMARK.TEXT, text)
                .set(REMARK.BY_NAME, by.name())
                .set(REMARK.ACCOUNT_ID, by.account())
                .set(REMARK.WRITTEN_AT, at)
                .execute();
    }

    List<Remark> remarks(MeetingId meeting) {
        return db.select(
                        REMARK.ID,
                        REMARK.POSITION,
                        REMARK.BY_NAME,
                        REMARK.TEXT,
                        REMARK.WRITTEN_AT,
                        REMARK.ANSWER,
                        REMARK.REASON,
                        REMARK.ANSWERED_BY)
                .from(REMARK)
                .where(REMARK.MEETING_ID.eq(meeting.value()))
                .orderBy(REMARK.WRITTEN_AT, REMARK.ID)
                .limit(500)
                .fetch(RemarkRepository::remark);
    }

    private static Remark remark(Record8<UUID, Integer, String, String, Instant, String, String, String> row) {
        var answer =
                row.value6() == null ? null : new Answer(row.value6().equals("TAKEN_IN"), row.value7(), row.value8());
        return new Remark(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), answer);
    }

    Optional<Remark> remark(MeetingId meeting, UUID id) {
        return remarks(meeting).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** False when somebody else answered it before. */
    boolean answer(UUID id, Answer answer, Instant at) {
        return db.update(REMARK)
                        .set(REMARK.ANSWER, answer.takenIn() ? "TAKEN_IN" : "REFUSED")
                        .set(REMARK.REASON, answer.reason())
                        .set(REMARK.ANSWERED_BY, answer.by())
                        .set(REMARK.ANSWERED_AT, at)
                        .where(REMARK.ID.eq(id))
                        .and(REMARK.ANSWER.isNull())
                        .execute()
                == 1;
    }

    /** False when that one signed already. */
    boolean sign(MeetingId meeting, Signature signature, Viewer by) {
        return db.insertInto(SIGNATURE)
                        .set(SIGNATURE.MEETING_ID, meeting.value())
                        .set(SIGNATURE.ROLE, signature.role().name())
                        .set(SIGNATURE.ACCOUNT_ID, by.account())
                        .set(SIGNATURE.NAME, signature.name())
                        .set(SIGNATURE.TITLE, signature.title())
                        .set(SIGNATURE.SIGNED_AT, signature.at())
                        .set(SIGNATURE.HASH, signature.hash())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<Signature> signatures(MeetingId meeting) {
        return db.select(SIGNATURE.ROLE, SIGNATURE.NAME, SIGNATURE.TITLE, SIGNATURE.SIGNED_AT, SIGNATURE.HASH)
                .from(SIGNATURE)
                .where(SIGNATURE.MEETING_ID.eq(meeting.value()))
                .orderBy(SIGNATURE.ROLE)
                .fetch(row -> new Signature(
                        Role.valueOf(row.value1()), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** The next number is taken under the lock of the minutes. */
    int add(MeetingId meeting, String text, Viewer by, Instant at) {
        var number = db.select(coalesce(max(ADDENDUM.NUMBER), inline(0)))
                        .from(ADDENDUM)
                        .where(ADDENDUM.MEETING_ID.eq(meeting.value()))
                        .fetchSingle(Record1::value1)
                + 1;
        db.insertInto(ADDENDUM)
                .set(ADDENDUM.MEETING_ID, meeting.value())
                .set(ADDENDUM.NUMBER, number)
                .set(ADDENDUM.TEXT, text)
                .set(ADDENDUM.BY_NAME, by.name())
                .set(ADDENDUM.ACCOUNT_ID, by.account())
                .set(ADDENDUM.WRITTEN_AT, at)
                .execute();
        return number;
    }

    List<Addendum> addenda(MeetingId meeting) {
        return db.select(ADDENDUM.NUMBER, ADDENDUM.TEXT, ADDENDUM.BY_NAME, ADDENDUM.WRITTEN_AT)
                .from(ADDENDUM)
                .where(ADDENDUM.MEETING_ID.eq(meeting.value()))
                .orderBy(ADDENDUM.NUMBER)
                .limit(200)
                .fetch(row -> new Addendum(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
