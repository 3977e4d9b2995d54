package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meeting for the module that keeps what happens in it: who may come in, the roll as it stands, the notes. */
@Service
@Transactional
public class MeetingFloor {

    private final MeetingDoor door;
    private final MeetingRepository meetings;
    private final AttendeeRepository attendees;
    private final AgendaRepository agendas;
    private final MeetingNames names;
    private final CurrentViewer viewer;

    MeetingFloor(
            MeetingDoor door,
            MeetingRepository meetings,
            AttendeeRepository attendees,
            AgendaRepository agendas,
            MeetingNames names,
            CurrentViewer viewer) {
        this.door = door;
        this.meetings = meetings;
        this.attendees = attendees;
        this.agendas = agendas;
        this.names = names;
        this.viewer = viewer;
    }

    /** A meeting the viewer may look into; {@code runs} tells whether to run it as well. */
    public record Room(
            MeetingLine line,
            String unitName,
            LocalDate day,
            @Nullable Instant openedAt,
            boolean runs) {

        public MeetingId id() {
            return line.id();
        }

        public boolean running() {
            return line.state() == MeetingState.RUNNING;
        }
    }

    /** The viewer's own place among the invited. */
    public record OwnSeat(MeetingState state, LocalDate day, Attendee seat) {}

    @Transactional(readOnly = true)
    public Room toRead(MeetingId id) {
        return room(door.toRead(id));
    }

    @Transactional(readOnly = true)
    public Room toRun(MeetingId id) {
        var meeting = door.toRead(id);
        door.demandRun(meeting.unit());
        return room(meeting);
    }

    /** For what those who run it write while it runs; closing waits until it is written. */
    public Room running(MeetingId id) {
        return room(door.running(id));
    }

    /** As {@link #running}, asked before something is handed to whoever writes for many; nothing waits. */
    @Transactional(readOnly = true)
    public void demandRunning(MeetingId id) {
        var meeting = door.toRead(id);
        door.demandRun(meeting.unit());
        meeting.demandRunning();
    }

    /** For whoever writes for many who were asked already; closing waits until it is written. */
    public void holdRunning(MeetingId id) {
        meetings.share(id).orElseThrow(() -> new NotFound(id)).demandRunning();
    }

    /** For what the invited say of themselves; 404 for those who are not. Closing waits until it is written. */
    public OwnSeat ownSeat(MeetingId id) {
        return viewer.find()
                .map(Viewer::person)
                .map(person -> ownSeats(id, List.of(person)).get(person))
                .orElseThrow(() -> new NotFound(id));
    }

    /** As {@link #ownSeat} for several at once: the places of those who are invited and may know of it. */
    public Map<PersonId, OwnSeat> ownSeats(MeetingId id, Collection<PersonId> persons) {
        var seats = attendees.find(id, persons);
        if (seats.isEmpty()) {
            return Map.of();
        }
        var own = new HashMap<PersonId, OwnSeat>();
        meetings.share(id)
                .filter(meeting -> meeting.state() != MeetingState.DRAFT)
                .ifPresent(meeting -> seats.forEach(
                        (person, seat) -> own.put(person, new OwnSeat(meeting.state(), meeting.day(), seat))));
        return own;
    }

    /** As {@link #ownSeat}, for looking only; empty when the viewer is not invited. */
    @Transactional(readOnly = true)
    public Optional<Attendee> seat(MeetingId id) {
        return viewer.find().map(Viewer::person).flatMap(person -> attendees.find(id, person));
    }

    @Transactional(readOnly = true)
    public List<AgendaItem> items(MeetingId id) {
        return agendas.of(id);
    }

    @Transactional(readOnly = true)
    public List<Attendee> seats(MeetingId id) {
        return attendees.of(id);
    }

    /** What the roll says of somebody now; null takes an earlier mark back. */
    public void mark(MeetingId id, UUID attendee, @Nullable Presence presence, @Nullable String reason) {
        if (!attendees.mark(id, attendee, presence, reason, door.now())) {
            throw new NotFound(attendee);
        }
    }

    /** What the roll says of several now. */
    public void mark(MeetingId id, Map<UUID, Presence> presence) {
        attendees.mark(id, presence, door.now());
    }

    /** The notes of an item, which nobody else writes until the transaction ends. */
    public AgendaItem.Notes lockNotes(MeetingId id, UUID item) {
        return agendas.lockNotes(id, item).orElseThrow(() -> new NotFound(item));
    }

    public AgendaItem.Notes write(UUID item, AgendaItem.Notes before, String text) {
        agendas.write(item, new AgendaItem.Notes(text, before.version()));
        return new AgendaItem.Notes(text, before.version() + 1);
    }

    /** The meeting of a unit that began at a moment, for stories. */
    @Transactional(readOnly = true)
    public Optional<Room> beganAt(UnitId unit, Instant startsAt) {
        return meetings.startingAt(unit, startsAt).map(this::room);
    }

    private Room room(Meeting meeting) {
        return new Room(
                meeting.line(),
                names.unit(meeting.unit(), meeting.day()),
                meeting.day(),
                meeting.openedAt(),
                door.runs(meeting));
    }
}
