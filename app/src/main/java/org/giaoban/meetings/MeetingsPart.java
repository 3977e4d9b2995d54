package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.MEETING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.Conflict;
import org.giaoban.organization.Conflict.Choice;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings not yet held go over to the heir; where it would have two for one period, somebody chooses which is held. */
@Component
@Transactional(readOnly = true)
class MeetingsPart implements ReorganisationPart {

    private final DSLContext db;
    private final Access access;

    MeetingsPart(DSLContext db, Access access) {
        this.db = db;
        this.access = access;
    }

    private record Ahead(
            UUID id, UnitId unit, String kind, @Nullable String period, String title, Instant startsAt) {}

    /** What the heir can hold only once. */
    private record Seat(UnitId heir, String kind, String period) {
        String key(Handover handover) {
            return "meeting:" + kind + ":" + period + ":" + handover.code(heir);
        }
    }

    @Override
    public String name() {
        return "meetings";
    }

    @Override
    public String label() {
        return Texts.text("meetings.reorganisation.label");
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean onlyFromTheDay() {
        return true;
    }

    private List<Ahead> ahead(Collection<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return db.select(MEETING.ID, MEETING.UNIT_ID, MEETING.KIND, MEETING.PERIOD, MEETING.TITLE, MEETING.STARTS_AT)
                .from(MEETING)
                .where(MEETING.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .and(MEETING.STATE.in(
                        MeetingState.DRAFT.name(), MeetingState.PLANNED.name(), MeetingState.RUNNING.name()))
                .orderBy(MEETING.UNIT_ID, MEETING.STARTS_AT, MEETING.ID)
                .fetch(Records.mapping(Ahead::new));
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var all = ahead(handover.ended());
        var counts = all.stream().collect(Collectors.groupingBy(Ahead::unit, Collectors.counting()));
        return new AffectedRows(label(), access.scope(Capability.MEETING_READ))
                .of(all.stream()
                        .map(meeting -> new AffectedRows.Row(
                                meeting.unit(),
                                counts.getOrDefault(meeting.unit(), 0L).intValue(),
                                new Affected.Item(
                                        words(meeting),
                                        new MeetingId(meeting.id()).href(),
                                        Texts.text(
                                                "meetings.reorganisation.to",
                                                handover.keeper(meeting.unit())
                                                        .map(handover::name)
                                                        .orElse("")))))
                        .toList());
    }

    private static String words(Ahead meeting) {
        return meeting.title() + ", " + Formats.dateTime(meeting.startsAt());
    }

    /** The meetings that would stand in one place of the heir. */
    private Map<Seat, List<Ahead>> contests(Handover handover) {
        var seats = new LinkedHashMap<Seat, List<Ahead>>();
        for (var meeting : ahead(handover.handedOver())) {
            handover.keeper(meeting.unit()).ifPresent(heir -> add(seats, heir, meeting));
        }
        for (var meeting : ahead(handover.livingHeirs())) {
            if (meeting.period() != null) {
                var there = seats.get(new Seat(meeting.unit(), meeting.kind(), meeting.period()));
                if (there != null) {
                    there.add(meeting);
                }
            }
        }
        seats.values().removeIf(rivals -> rivals.size() < 2);
        return seats;
    }

    private static void add(Map<Seat, List<Ahead>> seats, UnitId heir, Ahead meeting) {
        if (meeting.period() != null) {
            seats.computeIfAbsent(new Seat(heir, meeting.kind(), meeting.period()), seat -> new ArrayList<>())
                    .add(meeting);
        }
    }

    @Override
    public List<Conflict> conflicts(Handover handover) {
        return contests(handover).entrySet().stream()
                .map(entry -> new Conflict(
                        entry.getKey().key(handover),
                        Texts.text(
                                "meetings.reorganisation.conflict",
                                handover.name(entry.getKey().heir()),
                                entry.getValue().size()),
                        entry.getValue().stream()
                                .map(meeting -> new Choice(
                                        meeting.id().toString(),
                                        words(meeting) + " (" + handover.formerName(meeting.unit()) + ")"))
                                .toList()))
                .toList();
    }

    @Override
    public void carryOut(Handover handover, Journal journal) {
        var dropped = contests(handover).entrySet().stream()
                .flatMap(entry -> lost(handover, entry.getKey(), entry.getValue()))
                .toArray(UUID[]::new);
        journal.write(query("""
                update meetings.meeting
                set state = case when state in ('DRAFT', 'PLANNED') then 'CANCELLED' else state end, period = null, version = version + 1
                where id = any ({0}::uuid[])""", val(dropped)));
        for (var statement : HandedMeetings.STATEMENTS) {
            journal.write(query(statement, val(handover.from()), val(handover.to())));
        }
    }

    private static Stream<UUID> lost(Handover handover, Seat seat, List<Ahead> rivals) {
        var chosen = handover.choice(seat.key(handover)).orElse("");
        return rivals.stream().map(Ahead::id).filter(id -> !id.toString().equals(chosen));
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return db.select(MEETING.UNIT_ID, count())
                .from(MEETING)
                .where(MEETING.UNIT_ID.eq(any(founded.toArray(UnitId[]::new))))
                .groupBy(MEETING.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }
}
