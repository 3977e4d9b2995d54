package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.ATTENDEE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.FixedStatements;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The invited and their presence. */
@Repository
class AttendeeRepository {

    private static final Field<Presence> PRESENCE = ATTENDEE.PRESENCE.convert(
            Converter.ofNullable(String.class, Presence.class, Presence::valueOf, Presence::name));

    private static final SelectField<Attendee> AN_ATTENDEE = row(
                    ATTENDEE.ID,
                    ATTENDEE.PERSON_ID,
                    ATTENDEE.UNIT_ID,
                    ATTENDEE.NAME,
                    ATTENDEE.TITLE,
                    PRESENCE,
                    ATTENDEE.REASON,
                    ATTENDEE.VOTES)
            .mapping(Attendee::new);

    private static final String MARK = """
            update meetings.attendee a set presence = t.presence, reason = null, marked_at = ?
            from unnest(?::uuid[], ?::text[]) as t (id, presence) where a.id = t.id and a.meeting_id = ?""";

    private final DSLContext db;
    private final FixedStatements statements;

    AttendeeRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    List<Attendee> of(MeetingId meeting) {
        return db.select(AN_ATTENDEE)
                .from(ATTENDEE)
                .where(ATTENDEE.MEETING_ID.eq(meeting.value()))
                .orderBy(ATTENDEE.ID)
                .limit(1_000)
                .fetch(Record1::value1);
    }

    boolean invited(MeetingId meeting, PersonId person) {
        return db.fetchExists(ATTENDEE, ATTENDEE.MEETING_ID.eq(meeting.value()).and(ATTENDEE.PERSON_ID.eq(person)));
    }

    /** Invites those not yet invited; whoever is there already keeps presence and reason. */
    void invite(MeetingId meeting, List<Attendee> attendees) {
        if (attendees.isEmpty()) {
            return;
        }
        db.batch(attendees.stream()
                        .map(one -> db.insertInto(ATTENDEE)
                                .set(ATTENDEE.ID, one.id())
                                .set(ATTENDEE.MEETING_ID, meeting.value())
                                .set(ATTENDEE.PERSON_ID, one.person())
                                .set(ATTENDEE.UNIT_ID, one.unit())
                                .set(ATTENDEE.NAME, one.name())
                                .set(ATTENDEE.TITLE, one.title())
                                .set(ATTENDEE.VOTES, one.votes())
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }

    /** Only those not marked yet can be taken off the list. */
    void uninvite(MeetingId meeting, UUID attendee) {
        db.deleteFrom(ATTENDEE)
                .where(ATTENDEE.ID.eq(attendee))
                .and(ATTENDEE.MEETING_ID.eq(meeting.value()))
                .and(ATTENDEE.PRESENCE.isNull())
                .execute();
    }

    Optional<Attendee> find(MeetingId meeting, PersonId person) {
        return db.select(AN_ATTENDEE)
                .from(ATTENDEE)
                .where(ATTENDEE.MEETING_ID.eq(meeting.value()))
                .and(ATTENDEE.PERSON_ID.eq(person))
                .fetchOptional(Record1::value1);
    }

    Map<PersonId, Attendee> find(MeetingId meeting, Collection<PersonId> persons) {
        return db.select(AN_ATTENDEE)
                .from(ATTENDEE)
                .where(ATTENDEE.MEETING_ID.eq(meeting.value()))
                .and(ATTENDEE.PERSON_ID.eq(any(val(
                        persons.toArray(PersonId[]::new),
                        ATTENDEE.PERSON_ID.getDataType().array()))))
                .fetchMap(found -> Objects.requireNonNull(found.value1().person()), Record1::value1);
    }

    void mark(MeetingId meeting, Map<UUID, Presence> presence, Instant at) {
        var all = List.copyOf(presence.entrySet());
        if (!all.isEmpty()) {
            statements.execute(
                    MARK,
                    at,
                    all.stream().map(Map.Entry::getKey).toArray(UUID[]::new),
                    all.stream().map(one -> one.getValue().name()).toArray(String[]::new),
                    meeting.value());
        }
    }

    boolean mark(MeetingId meeting, UUID attendee, @Nullable Presence presence, @Nullable String reason, Instant at) {
        return db.update(ATTENDEE)
                        .set(PRESENCE, presence)
                        .set(ATTENDEE.REASON, reason)
                        .set(ATTENDEE.MARKED_AT, at)
                        .where(ATTENDEE.ID.eq(attendee))
                        .and(ATTENDEE.MEETING_ID.eq(meeting.value()))
                        .execute()
                == 1;
    }

    int markRest(MeetingId meeting, Presence presence, Instant at) {
        return db.update(ATTENDEE)
                .set(PRESENCE, presence)
                .set(ATTENDEE.MARKED_AT, at)
                .where(ATTENDEE.MEETING_ID.eq(meeting.value()))
                .and(ATTENDEE.PRESENCE.isNull())
                .execute();
    }

    List<UnitId> units(MeetingId meeting) {
        return db.selectDistinct(ATTENDEE.UNIT_ID)
                .from(ATTENDEE)
                .where(ATTENDEE.MEETING_ID.eq(meeting.value()))
                .and(ATTENDEE.UNIT_ID.isNotNull())
                .limit(1_000)
                .fetch(ATTENDEE.UNIT_ID);
    }
}
