package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.ATTENDEE;
import static org.giaoban.meetings.db.Tables.CARRIED;
import static org.giaoban.meetings.db.Tables.MEETING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.Zone;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Meetings that began, for whoever judges them: when, how long, and which persons took part. Callers have checked access. */
@Repository
@Transactional(readOnly = true)
public class HeldMeetings {

    private static final int MOST = 5_000;
    private static final Field<MeetingId> ID = MEETING.ID.convert(MeetingId.class, MeetingId::new, MeetingId::value);

    private final DSLContext db;

    HeldMeetings(DSLContext db) {
        this.db = db;
    }

    /** A meeting that runs or is closed. */
    public record Held(
            MeetingId id,
            UnitId unit,
            String kind,
            String title,
            @Nullable Period period,
            Instant openedAt,
            @Nullable Instant endedAt,
            boolean closed) {

        public LocalDate day() {
            return LocalDate.ofInstant(openedAt, Zone.ID);
        }
    }

    /** Somebody who took part in a meeting of a unit. */
    public record Visit(MeetingId meeting, String title, UnitId unit, PersonId person, LocalDate day, boolean online) {}

    /** The meetings of these kinds, or of any, that the units held in these days, the earliest first. */
    public List<Held> of(Collection<UnitId> units, @Nullable Collection<String> kinds, DateRange days) {
        var held = MEETING.UNIT_ID.in(units).and(opened(days));
        return select(kinds == null ? held : held.and(MEETING.KIND.in(kinds)));
    }

    public Map<MeetingId, Held> byId(Collection<MeetingId> ids) {
        return select(MEETING.ID.in(ids.stream().map(MeetingId::value).toList())).stream()
                .collect(Collectors.toMap(Held::id, held -> held));
    }

    private List<Held> select(Condition condition) {
        return db.select(
                        ID,
                        MEETING.UNIT_ID,
                        MEETING.KIND,
                        MEETING.TITLE,
                        MEETING.PERIOD.convert(
                                Converter.ofNullable(String.class, Period.class, Period::parse, Period::code)),
                        MEETING.OPENED_AT,
                        MEETING.ENDED_AT,
                        MEETING.CLOSED_AT.isNotNull())
                .from(MEETING)
                .where(condition)
                .and(MEETING.OPENED_AT.isNotNull())
                .and(MEETING.STATE.ne(MeetingState.CANCELLED.name()))
                .orderBy(MEETING.OPENED_AT, MEETING.ID)
                .limit(MOST)
                .fetch(Records.mapping(Held::new));
    }

    /** The orders of earlier meetings that were not done when this one was opened, with the day each was due then. */
    public Map<UUID, Optional<LocalDate>> unfinishedAtOpening(MeetingId meeting) {
        return db
                .select(CARRIED.TASK_ID, CARRIED.DUE_ON)
                .from(CARRIED)
                .where(CARRIED.MEETING_ID.eq(meeting.value()))
                .limit(MOST)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> Optional.ofNullable(row.value2())));
    }

    private static Condition opened(DateRange days) {
        var from = days.from().atStartOfDay(Zone.ID).toInstant();
        var end = days.until();
        var condition = MEETING.OPENED_AT.ge(from);
        return end == null
                ? condition
                : condition.and(MEETING.OPENED_AT.lt(end.atStartOfDay(Zone.ID).toInstant()));
    }

    /** Which of these persons took part in meetings of these units in these days, the latest first. */
    public List<Visit> visits(Set<PersonId> persons, Collection<UnitId> units, DateRange days) {
        return db.select(ID, MEETING.TITLE, MEETING.UNIT_ID, ATTENDEE.PERSON_ID, MEETING.OPENED_AT, ATTENDEE.PRESENCE)
                .from(MEETING)
                .join(ATTENDEE)
                .on(ATTENDEE.MEETING_ID.eq(MEETING.ID))
                .where(MEETING.UNIT_ID.in(units))
                .and(opened(days))
                .and(ATTENDEE.PERSON_ID.in(persons))
                .and(ATTENDEE.PRESENCE.in(Presence.PRESENT.name(), Presence.ONLINE.name()))
                .orderBy(MEETING.OPENED_AT.desc(), MEETING.ID)
                .limit(MOST)
                .fetch(row -> new Visit(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        LocalDate.ofInstant(row.value5(), Zone.ID),
                        Presence.ONLINE.name().equals(row.value6())));
    }
}
