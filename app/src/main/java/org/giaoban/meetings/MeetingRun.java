package org.giaoban.meetings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.tasks.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs a meeting: opening, presence, notes, conclusions. */
@Service
@Transactional
class MeetingRun {

    /** What became of notes that were sent. */
    sealed interface Saved {

        /** They are the item's notes now. */
        record Now(int version) implements Saved {}

        /** Somebody else wrote first: both are kept. */
        record Aside(AgendaItem.Notes theirs) implements Saved {}
    }

    private final AgendaRepository agendas;
    private final AttendeeRepository attendees;
    private final ConclusionRepository conclusions;
    private final CarriedWork carried;
    private final MeetingDoor door;

    MeetingRun(
            AgendaRepository agendas,
            AttendeeRepository attendees,
            ConclusionRepository conclusions,
            CarriedWork carried,
            MeetingDoor door) {
        this.agendas = agendas;
        this.attendees = attendees;
        this.conclusions = conclusions;
        this.carried = carried;
        this.door = door;
    }

    /** Opens the meeting; what is not done from earlier ones is frozen as it stands now. */
    void open(MeetingId id) {
        var opened = door.change(door.locked(id), meeting -> meeting.opened(door.now()), "open");
        carried.freeze(opened, door.today());
    }

    void mark(MeetingId id, UUID attendee, Presence presence, @Nullable String reason) {
        door.running(id);
        var kept = presence == Presence.EXCUSED ? reason : null;
        if (!attendees.mark(id, attendee, presence, kept, door.now())) {
            throw new NotFound(attendee);
        }
    }

    /** Everybody who is not marked yet is here. */
    void markRestPresent(MeetingId id) {
        door.running(id);
        attendees.markRest(id, Presence.PRESENT, door.now());
    }

    /** Saves notes; those that met newer ones are kept aside, so that nothing typed is lost. */
    Saved write(MeetingId id, UUID item, AgendaItem.Notes notes) {
        door.running(id);
        var now = agendas.find(id, item).orElseThrow(() -> new NotFound(item)).notes();
        if (now.text().equals(notes.text())) {
            return new Saved.Now(now.version());
        }
        if (agendas.write(item, notes)) {
            return new Saved.Now(notes.version() + 1);
        }
        agendas.keepAside(item, door.viewer(), door.now(), notes.text());
        return new Saved.Aside(
                agendas.find(id, item).orElseThrow(() -> new NotFound(item)).notes());
    }

    /** Appends what was kept aside to the item's notes, each text once. */
    void merge(MeetingId id, UUID item) {
        door.running(id);
        var notes = agendas.find(id, item).orElseThrow(() -> new NotFound(item)).notes();
        var text = new StringBuilder(notes.text());
        agendas.takeVariants(item).stream()
                .filter(variant -> text.indexOf(variant) < 0)
                .forEach(variant -> text.append("\n\n").append(variant));
        if (!agendas.write(item, new AgendaItem.Notes(text.toString(), notes.version()))) {
            throw new Refused("meetings.refused.notes-moved");
        }
    }

    /** Saves a conclusion, or says what an order still lacks. */
    Set<Order.Gap> conclude(MeetingId id, @Nullable UUID known, Conclusion sent) {
        var meeting = door.running(id);
        if (agendas.find(id, sent.item()).isEmpty()) {
            throw new NotFound(sent.item());
        }
        if (!sent.gaps().isEmpty()) {
            return sent.gaps();
        }
        var position = known == null
                ? conclusions.nextPosition(id)
                : conclusions
                        .find(id, known)
                        .orElseThrow(() -> new NotFound(known))
                        .position();
        var saved = new Conclusion(
                known == null ? Uuid7.next() : known,
                sent.item(),
                position,
                sent.kind(),
                sent.text(),
                sent.open(),
                sent.duty(),
                sent.why(),
                null);
        conclusions.save(id, saved);
        door.trace(
                meeting,
                "conclude",
                Map.of("text", sent.text(), "kind", sent.kind().name()));
        return Set.of();
    }

    void drop(MeetingId id, UUID conclusion) {
        var meeting = door.running(id);
        conclusions.find(id, conclusion).ifPresent(dropped -> {
            conclusions.delete(id, conclusion);
            door.trace(meeting, "drop", Map.of("text", dropped.text()));
        });
    }

    List<Conclusion> conclusions(MeetingId id) {
        return conclusions.of(id);
    }
}
