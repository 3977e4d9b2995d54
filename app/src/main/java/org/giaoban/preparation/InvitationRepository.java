package org.giaoban.preparation;

import static org.giaoban.preparation.db.Tables.INVITATION;
import static org.giaoban.preparation.db.Tables.RECEIPT;
import static org.giaoban.preparation.db.Tables.TOLD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.giaoban.preparation.Receipt.Reply;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Invitations, what was told, and who has it. */
@Repository
class InvitationRepository {

    private static final Field<MeetingId> MEETING =
            INVITATION.MEETING_ID.convert(MeetingId.class, MeetingId::new, MeetingId::value);
    private static final Field<Reply> REPLY =
            RECEIPT.REPLY.convert(Converter.ofNullable(String.class, Reply.class, Reply::valueOf, Reply::name));

    private static final SelectField<Invitation> AN_INVITATION = row(
                    MEETING,
                    INVITATION.UNIT_ID,
                    INVITATION.TITLE,
                    INVITATION.STARTS_AT,
                    INVITATION.MINUTES,
                    INVITATION.PLACE,
                    INVITATION.LINK,
                    INVITATION.SEQUENCE,
                    INVITATION.CANCELLED)
            .mapping(Invitation::new);

    private final DSLContext db;

    InvitationRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Invitation> find(MeetingId meeting) {
        return db.select(AN_INVITATION)
                .from(INVITATION)
                .where(MEETING.eq(meeting))
                .fetchOptional(Record1::value1);
    }

    void put(Invitation now) {
        db.insertInto(INVITATION)
                .set(MEETING, now.meeting())
                .set(INVITATION.UNIT_ID, now.unit())
                .set(INVITATION.TITLE, now.title())
                .set(INVITATION.STARTS_AT, now.startsAt())
                .set(INVITATION.MINUTES, now.minutes())
                .set(INVITATION.PLACE, now.place())
                .set(INVITATION.LINK, now.link())
                .set(INVITATION.SEQUENCE, now.sequence())
                .set(INVITATION.CANCELLED, now.cancelled())
                .onConflict(INVITATION.MEETING_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void tell(MeetingId meeting, Told told) {
        db.insertInto(TOLD)
                .set(TOLD.ID, Uuid7.next())
                .set(TOLD.MEETING_ID, meeting.value())
                .set(TOLD.SEQUENCE, told.sequence())
                .set(TOLD.KIND, told.kind().name())
                .set(TOLD.WORDS, told.words())
                .set(TOLD.PERSONS, told.persons())
                .set(TOLD.BY_NAME, told.byName())
                .set(TOLD.TOLD_AT, told.at())
                .execute();
    }

    /** Everything told, oldest first. */
    List<Told> told(MeetingId meeting) {
        return db.select(
                        TOLD.SEQUENCE,
                        TOLD.KIND.convert(Invitation.Kind.class, Invitation.Kind::valueOf, Invitation.Kind::name),
                        TOLD.WORDS,
                        TOLD.PERSONS,
                        TOLD.BY_NAME,
                        TOLD.TOLD_AT)
                .from(TOLD)
                .where(TOLD.MEETING_ID.eq(meeting.value()))
                .orderBy(TOLD.TOLD_AT, TOLD.SEQUENCE)
                .limit(200)
                .fetch(Records.mapping(Told::new));
    }

    void invited(MeetingId meeting, Collection<PersonId> persons, Instant at) {
        db.batch(persons.stream()
                        .map(person -> db.insertInto(RECEIPT)
                                .set(RECEIPT.MEETING_ID, meeting.value())
                                .set(RECEIPT.PERSON_ID, person)
                                .set(RECEIPT.TOLD_AT, at)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    List<Receipt> receipts(MeetingId meeting) {
        return db.select(
                        RECEIPT.PERSON_ID,
                        RECEIPT.TOLD_AT,
                        RECEIPT.FIRST_SEEN_AT,
                        RECEIPT.SEEN_SEQUENCE,
                        REPLY,
                        RECEIPT.REASON)
                .from(RECEIPT)
                .where(RECEIPT.MEETING_ID.eq(meeting.value()))
                .limit(2_000)
                .fetch(Records.mapping(Receipt::new));
    }

    void seen(MeetingId meeting, PersonId person, int sequence, Instant at) {
        db.update(RECEIPT)
                .set(RECEIPT.FIRST_SEEN_AT, coalesce(RECEIPT.FIRST_SEEN_AT, val(at)))
                .set(RECEIPT.SEEN_AT, at)
                .set(RECEIPT.SEEN_SEQUENCE, sequence)
                .where(RECEIPT.MEETING_ID.eq(meeting.value()))
                .and(RECEIPT.PERSON_ID.eq(person))
                .and(RECEIPT.SEEN_SEQUENCE.isNull().or(RECEIPT.SEEN_SEQUENCE.lt(sequence)))
                .execute();
    }

    /** False when the person was not told of the meeting. */
    boolean reply(MeetingId meeting, PersonId person, Reply reply, @Nullable String reason, Instant at) {
        return db.update(RECEIPT)
                        .set(REPLY, reply)
                        .set(RECEIPT.REASON, reason)
                        .set(RECEIPT.REPLIED_AT, at)
                        .where(RECEIPT.MEETING_ID.eq(meeting.value()))
                        .and(RECEIPT.PERSON_ID.eq(person))
                        .execute()
                == 1;
    }

    /** The invitations a person has not answered, the next meeting first. */
    List<Invitation> unanswered(PersonId person, Instant now, int most) {
        return db.select(AN_INVITATION)
                .from(INVITATION)
                .join(RECEIPT)
                .on(RECEIPT.MEETING_ID.eq(INVITATION.MEETING_ID))
                .where(RECEIPT.PERSON_ID.eq(person))
                .and(RECEIPT.REPLY.isNull())
                .and(INVITATION.STARTS_AT.gt(now))
                .andNot(INVITATION.CANCELLED)
                .orderBy(INVITATION.STARTS_AT, INVITATION.MEETING_ID)
                .limit(most)
                .fetch(Record1::value1);
    }
}
