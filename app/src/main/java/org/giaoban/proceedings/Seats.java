package org.giaoban.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingFloor.Room;
import org.giaoban.meetings.MeetingId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the phone of one of the invited shows. */
@Service
@Transactional(readOnly = true)
class Seats {

    static final int LONGEST_REASON = 500;

    private final MeetingFloor floor;
    private final CourseRepository courses;
    private final SpeechRepository speeches;
    private final MarkRepository marks;
    private final Pulses pulses;
    private final Clock clock;

    Seats(
            MeetingFloor floor,
            CourseRepository courses,
            SpeechRepository speeches,
            MarkRepository marks,
            Pulses pulses,
            Clock clock) {
        this.floor = floor;
        this.courses = courses;
        this.speeches = speeches;
        this.marks = marks;
        this.pulses = pulses;
        this.clock = clock;
    }

    /**
     * What was typed, and what came of the last try.
     *
     * @param code as it came with the address
     * @param refused why it failed; empty when it did not
     */
    record SeatForm(
            String code,
            String refused,
            String reason,
            @Nullable SeatNews news) {}

    /**
     * The page.
     *
     * @param line null for somebody who may read the meeting and is not invited
     */
    record SeatPage(
            Room room,
            Stage.Agenda agenda,
            List<FloorEntry> floor,
            RollView.@Nullable Line line,
            String pulse,
            Instant now,
            SeatForm form) {

        String base() {
            return room.id().href();
        }

        boolean here() {
            return line != null && line.here();
        }

        boolean current(AgendaItem item) {
            return item.equals(agenda.current());
        }

        long secondsLeft(AgendaItem item) {
            return agenda.secondsLeft(item, now);
        }

        @Nullable
        FloorEntry speaking() {
            return FloorEntry.speaking(floor);
        }

        /** The place in the queue of those who asked for the floor; 0 when not in it. */
        int queue() {
            var asked =
                    FloorEntry.waiting(floor).stream().map(FloorEntry::attendee).toList();
            return line == null ? 0 : asked.indexOf(line.seat().id()) + 1;
        }

        boolean speaks() {
            var speaking = speaking();
            return speaking != null && line != null && line.seat().id().equals(speaking.attendee());
        }
    }

    SeatPage of(MeetingId id, SeatForm form) {
        var room = floor.toRead(id);
        var agenda = new Stage.Agenda(floor.items(id), courses.turns(id));
        return new SeatPage(
                room,
                agenda,
                speeches.of(id),
                floor.seat(id).map(seat -> line(id, seat)).orElse(null),
                pulses.now(id).code(),
                clock.instant(),
                form);
    }

    /** What is said of the one who looks, and of nobody else: the roll of a large meeting is long. */
    private RollView.Line line(MeetingId id, Attendee seat) {
        var part = courses.part(id);
        return RollView.of(
                        part,
                        List.of(seat),
                        marks.last(id, seat.id(), part).stream().toList(),
                        Map.of())
                .lines()
                .getFirst();
    }
}
