package org.giaoban.meetings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.giaoban.tasks.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs a meeting: opening it, conclusions. */
@Service
@Transactional
class MeetingRun {

    private final AgendaRepository agendas;
    private final ConclusionRepository conclusions;
    private final CarriedWork carried;
    private final MeetingDoor door;

    MeetingRun(AgendaRepository agendas, ConclusionRepository conclusions, CarriedWork carried, MeetingDoor door) {
        this.agendas = agendas;
        this.conclusions = conclusions;
        this.carried = carried;
        this.door = door;
    }

    /** Opens the meeting; what is not done from earlier ones is frozen as it stands now. */
    void open(MeetingId id) {
        var opened = door.change(door.locked(id), meeting -> meeting.opened(door.now()), "open");
        carried.freeze(opened, door.today());
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
