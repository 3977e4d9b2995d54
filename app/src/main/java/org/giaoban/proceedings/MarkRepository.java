package org.giaoban.proceedings;

import static org.giaoban.proceedings.db.Tables.PRESENCE;
import static org.giaoban.proceedings.db.Tables.VOTER;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.FixedStatements;
import org.giaoban.proceedings.Mark.Way;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
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

    /** Always in the order of the seats, as everywhere: two writers can wait for each other, never in a circle. */
    private static final String APPEND = """
            insert into proceedings.presence
                (id, meeting_id, attendee_id, part, after_seq, state, since, reason, way, account_id, by_name, written_at)
            select t.id, ?, t.attendee, t.part, t.after, t.state, t.since, t.reason, t.way, t.account, t.name, ?
            from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::text[])
                as t (id, attendee, part, after, state, since, reason, way, account, name)
            order by t.attendee
            on conflict (attendee_id, part, after_seq) do nothing returning attendee_id""";

    private final DSLContext db;
    private final FixedStatements statements;

    MarkRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
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

    /** A row with the one who says it. */
    record Signed(Next next, Viewer by) {}

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

    /** The newest row of each of them of whom something was said. */
    Map<UUID, Mark> last(MeetingId meeting, Collection<UUID> attendees, int part) {
        return db.select(A_MARK)
                .distinctOn(PRESENCE.ATTENDEE_ID)
                .from(PRESENCE)
                .where(PRESENCE.MEETING_ID.eq(meeting.value()))
                .and(PRESENCE.ATTENDEE_ID.eq(DSL.any(attendees.toArray(UUID[]::new))))
                .and(PRESENCE.PART.eq(part))
                .orderBy(PRESENCE.ATTENDEE_ID, PRESENCE.SEQ.desc())
                .fetchMap(found -> found.value1().attendee(), Record1::value1);
    }

    /** All at once, each by somebody else; gives those for whom nobody was quicker. */
    Set<UUID> append(MeetingId meeting, List<Signed> all, Instant now) {
        return Set.copyOf(statements.query(
                APPEND,
                (row, number) -> row.getObject(1, UUID.class),
                meeting.value(),
                now,
                each(all, one -> Uuid7.next(), UUID[]::new),
                each(all, one -> one.next().attendee(), UUID[]::new),
                each(all, one -> one.next().part(), Integer[]::new),
                each(all, one -> one.next().after(), Long[]::new),
                each(all, one -> one.next().state().name(), String[]::new),
                each(all, one -> one.next().since().toString(), String[]::new),
                each(all, one -> one.next().reason(), String[]::new),
                each(all, one -> one.next().way().name(), String[]::new),
                each(all, one -> one.by().account().value(), UUID[]::new),
                each(all, one -> one.by().name(), String[]::new)));
    }

    private static <T> T[] each(List<Signed> all, Function<Signed, @Nullable T> value, IntFunction<T[]> array) {
        return all.stream().map(value).toArray(array);
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
