package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
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

    /** For what the invited say of themselves; 404 for those who are not. Closing waits until it is written. */
    public OwnSeat ownSeat(MeetingId id) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        var seat = person == null ? Optional.<Attendee>empty() : attendees.find(id, person);
        var own = seat.orElseThrow(() -> new NotFound(id));
        var meeting = meetings.share(id)
                .filter(one -> one.state() != MeetingState.DRAFT)
                .orElseThrow(() -> new NotFound(id));
        return new OwnSeat(meeting.state(), meeting.day(), own);
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
