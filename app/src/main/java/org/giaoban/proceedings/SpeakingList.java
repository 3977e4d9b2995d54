package org.giaoban.proceedings;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingState;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.FloorEntry.State;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who asks for the floor, who has it, for how long; and which item of the agenda is dealt with. */
@Service
@Transactional
class SpeakingList {

    private final MeetingFloor floor;
    private final SpeechRepository speeches;
    private final CourseRepository courses;
    private final CurrentViewer viewer;
    private final Clock clock;

    SpeakingList(
            MeetingFloor floor,
            SpeechRepository speeches,
            CourseRepository courses,
            CurrentViewer viewer,
            Clock clock) {
        this.floor = floor;
        this.speeches = speeches;
        this.courses = courses;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Puts somebody on the list: one of the summoned, or a guest by name. */
    void ask(MeetingId id, @Nullable UUID item, @Nullable UUID attendee, String name) {
        floor.running(id);
        if (attendee == null && name.isBlank()) {
            throw new Refused("proceedings.refused.who-speaks");
        }
        var seat = attendee == null
                ? null
                : floor.seats(id).stream()
                        .filter(one -> one.id().equals(attendee))
                        .findFirst()
                        .orElseThrow(() -> new NotFound(attendee));
        enter(id, item, seat, name);
    }

    /** The viewer asks for the floor. */
    void askOwn(MeetingId id) {
        var own = floor.ownSeat(id);
        if (own.state() != MeetingState.RUNNING) {
            throw new Refused("proceedings.refused.not-begun");
        }
        enter(id, current(id), own.seat(), own.seat().name());
    }

    private void enter(MeetingId id, @Nullable UUID item, @Nullable Attendee seat, String name) {
        var entry = new FloorEntry(
                Uuid7.next(),
                item,
                seat == null ? null : seat.id(),
                seat == null ? name : seat.name(),
                seat == null ? "" : seat.title(),
                State.WAITING,
                0,
                clock.instant(),
                null,
                null,
                "",
                0);
        if (!speeches.insert(id, entry, viewer.get().name())) {
            throw new Refused("proceedings.refused.waits-already", entry.name());
        }
    }

    void withdrawOwn(MeetingId id) {
        var own = floor.ownSeat(id);
        speeches.of(id).stream()
                .filter(entry -> entry.waiting() && own.seat().id().equals(entry.attendee()))
                .forEach(entry -> speeches.withdraw(entry.id()));
    }

    /** Gives the floor; whoever had it has ended. */
    void start(MeetingId id, UUID speech) {
        floor.running(id);
        find(id, speech);
        var now = clock.instant();
        try {
            speeches.stop(id, now);
            if (!speeches.start(speech, now)) {
                throw new Refused("proceedings.refused.waits-no-more");
            }
        } catch (DuplicateKeyException another) {
            throw new Refused("proceedings.refused.somebody-speaks");
        }
    }

    void stop(MeetingId id) {
        floor.running(id);
        speeches.stop(id, clock.instant());
    }

    void withdraw(MeetingId id, UUID speech) {
        floor.running(id);
        find(id, speech);
        if (!speeches.withdraw(speech)) {
            throw new Refused("proceedings.refused.waits-no-more");
        }
    }

    /** Lets somebody speak one place earlier. */
    void forward(MeetingId id, UUID speech) {
        floor.running(id);
        var moved = find(id, speech);
        var waiting = speeches.of(id).stream().filter(FloorEntry::waiting).toList();
        for (var number = 1; number < waiting.size(); number++) {
            if (waiting.get(number).id().equals(speech)) {
                var before = waiting.get(number - 1);
                speeches.place(speech, before.place());
                speeches.place(before.id(), moved.place());
            }
        }
    }

    private FloorEntry find(MeetingId id, UUID speech) {
        return speeches.find(id, speech).orElseThrow(() -> new NotFound(speech));
    }

    List<FloorEntry> entries(MeetingId id) {
        return speeches.of(id);
    }

    /** Goes on to an item of the agenda; the one before has ended. */
    void begin(MeetingId id, UUID item) {
        floor.running(id);
        if (floor.items(id).stream().noneMatch(one -> one.id().equals(item))) {
            throw new NotFound(item);
        }
        courses.hold(id);
        if (item.equals(current(id))) {
            return;
        }
        var now = clock.instant();
        courses.end(id, now);
        if (!courses.begin(id, item, now, viewer.get().name())) {
            throw new Refused("proceedings.refused.item-moved");
        }
    }

    private @Nullable UUID current(MeetingId id) {
        var turns = courses.turns(id);
        return turns.isEmpty() || turns.getLast().ended() != null
                ? null
                : turns.getLast().item();
    }
}
