package org.giaoban.meetings;

import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts items on agendas and takes them off, and ends drafts, for the modules that know why. */
@Service
@Transactional
public class Agendas {

    /** An item to be put on an agenda; {@code topic} is what it was proposed as. */
    public record NewItem(
            String title,
            int minutes,
            @Nullable String presenter,
            ItemKind kind,
            @Nullable String outcome,
            Reach reach,
            @Nullable UUID topic) {}

    private final AgendaRepository agendas;
    private final MeetingPlanning planning;
    private final RecurrenceRepository series;
    private final MeetingDoor door;

    Agendas(AgendaRepository agendas, MeetingPlanning planning, RecurrenceRepository series, MeetingDoor door) {
        this.agendas = agendas;
        this.planning = planning;
        this.series = series;
        this.door = door;
    }

    /** Adds an item, before the conclusion when the agenda ends with one. */
    public UUID add(MeetingId meeting, NewItem added) {
        var items = new ArrayList<>(agendas.of(meeting));
        var concluded = !items.isEmpty() && items.getLast().more().kind() == ItemKind.CONCLUSION;
        var more = new AgendaItem.More(added.kind, false, 0, null, added.outcome, added.reach, added.topic);
        var item = new AgendaItem(
                Uuid7.next(), 0, added.title, added.minutes, added.presenter, false, AgendaItem.Notes.EMPTY, more);
        items.add(concluded ? items.size() - 1 : items.size(), item);
        planning.agenda(meeting, numbered(items));
        return item.id();
    }

    /** Takes an item off; refused when it has notes or conclusions. */
    public void takeOff(MeetingId meeting, UUID item) {
        var items = new ArrayList<>(agendas.of(meeting));
        items.removeIf(one -> one.id().equals(item));
        planning.agenda(meeting, numbered(items));
    }

    @Transactional(readOnly = true)
    public AgendaItem get(MeetingId meeting, UUID item) {
        return agendas.find(meeting, item).orElseThrow(() -> new NotFound(item));
    }

    /** The same, and nobody else gets it in this way until the transaction ends. */
    public AgendaItem hold(MeetingId meeting, UUID item) {
        agendas.lockNotes(meeting, item);
        return get(meeting, item);
    }

    /** Whether an item of the agenda comes of this topic, or of this item of another meeting. */
    @Transactional(readOnly = true)
    public boolean holds(MeetingId meeting, UUID topic) {
        return agendas.of(meeting).stream()
                .anyMatch(item -> topic.equals(item.more().topic()));
    }

    /** Ends the draft: from now on the invited see the meeting. */
    public MeetingLine announce(MeetingId meeting) {
        planning.announce(meeting);
        return door.toRead(meeting).line();
    }

    /** The next meeting of the same series that is still to come. */
    @Transactional(readOnly = true)
    public Optional<MeetingLine> following(MeetingId meeting) {
        return series.following(door.toRead(meeting)).map(Meeting::line);
    }

    private static ArrayList<AgendaItem> numbered(ArrayList<AgendaItem> items) {
        items.replaceAll(item -> item.at(items.indexOf(item) + 1));
        return items;
    }
}
