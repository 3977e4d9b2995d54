package org.giaoban.proceedings;

import java.util.UUID;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
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
    private final Stages stages;
    private final Pulses pulses;

    Seats(MeetingFloor floor, Stages stages, Pulses pulses) {
        this.floor = floor;
        this.stages = stages;
        this.pulses = pulses;
    }

    /**
     * The page.
     *
     * @param seat null for somebody who may read the meeting and is not invited
     * @param code as it came with the address
     * @param refused why the last try failed; empty when it did not
     */
    record SeatPage(Stage stage, @Nullable Attendee seat, String pulse, String code, String refused, String reason) {

        String base() {
            return stage.base();
        }

        RollView.@Nullable Line line() {
            var own = seat;
            return own == null
                    ? null
                    : stage.roll().lines().stream()
                            .filter(line -> line.seat().id().equals(own.id()))
                            .findFirst()
                            .orElse(null);
        }

        boolean here() {
            var line = line();
            return line != null && line.here();
        }

        /** The place in the queue of those who asked for the floor; 0 when not in it. */
        int queue() {
            var own = seat;
            var number = 0;
            for (var entry : stage.waiting()) {
                number++;
                if (own != null && own.id().equals(entry.attendee())) {
                    return number;
                }
            }
            return 0;
        }

        boolean speaks() {
            var speaking = stage.speaking();
            UUID own = seat == null ? null : seat.id();
            return speaking != null && own != null && own.equals(speaking.attendee());
        }
    }

    SeatPage of(MeetingId id, String code, String refused, String reason) {
        var room = floor.toRead(id);
        var pulse = pulses.now(id).code();
        return new SeatPage(stages.of(room), floor.seat(id).orElse(null), pulse, code, refused, reason);
    }
}
