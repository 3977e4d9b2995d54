package org.giaoban.proceedings;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingState;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.Mark.Way;
import org.giaoban.proceedings.MarkRepository.Next;
import org.giaoban.proceedings.Roll.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the invited say of themselves: here, by the code on the wall; here, to be confirmed; cannot come; gone. */
@Service
@Transactional
class OwnPresence {

    private final MeetingFloor floor;
    private final MarkRepository marks;
    private final CourseRepository courses;
    private final CurrentViewer viewer;
    private final Clock clock;

    OwnPresence(MeetingFloor floor, MarkRepository marks, CourseRepository courses, CurrentViewer viewer, Clock clock) {
        this.floor = floor;
        this.marks = marks;
        this.courses = courses;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Here: at once with the code of the moment; without one, as soon as whoever runs the meeting confirms. */
    Outcome here(MeetingId id, boolean online, @Nullable String code) {
        var own = floor.ownSeat(id);
        demandRunning(own.state());
        var standing = courses.standing(id);
        var coded = code != null && !code.isBlank();
        if (code != null && coded && !standing.code().opens(code, clock.instant())) {
            throw new Refused("proceedings.refused.code");
        }
        var state = coded ? PresenceState.PRESENT : online ? PresenceState.ASKS_ONLINE : PresenceState.ASKS_PRESENT;
        return write(id, own.seat().id(), standing.part(), state, null, coded ? Way.CODE : Way.SELF);
    }

    /** Cannot come, and says why; before the meeting or while it runs. */
    Outcome excuse(MeetingId id, String reason) {
        var own = floor.ownSeat(id);
        if (own.state() != MeetingState.PLANNED) {
            demandRunning(own.state());
        }
        return write(id, own.seat().id(), courses.part(id), PresenceState.ASKS_EXCUSE, reason, Way.SELF);
    }

    Outcome leave(MeetingId id) {
        var own = floor.ownSeat(id);
        demandRunning(own.state());
        var part = courses.part(id);
        if (marks.last(id, own.seat().id(), part)
                .filter(mark -> mark.state().here())
                .isEmpty()) {
            throw new Refused("proceedings.refused.not-here");
        }
        return write(id, own.seat().id(), part, PresenceState.LEFT, null, Way.SELF);
    }

    private static void demandRunning(MeetingState state) {
        if (state != MeetingState.RUNNING) {
            throw new Refused(
                    state == MeetingState.CLOSED ? "proceedings.refused.over" : "proceedings.refused.not-begun");
        }
    }

    private Outcome write(MeetingId id, UUID seat, int part, PresenceState state, @Nullable String reason, Way way) {
        var last = marks.last(id, seat, part);
        if (last.map(mark -> known(mark.state(), state)).orElse(false)) {
            return Outcome.ALREADY;
        }
        var now = clock.instant();
        var after = last.map(Mark::seq).orElse(0L);
        if (!marks.append(id, new Next(seat, part, after, state, now, reason, way), viewer.get(), now)) {
            return settled(marks.last(id, seat, part), state);
        }
        if (state.settled() != null) {
            floor.mark(id, seat, state.settled(), null);
        }
        return Outcome.WRITTEN;
    }

    /** Two taps of one person: the second finds what the first wrote. */
    private static Outcome settled(Optional<Mark> last, PresenceState state) {
        var mark = last.orElseThrow(() -> new Refused("proceedings.refused.moved"));
        if (known(mark.state(), state)) {
            return Outcome.ALREADY;
        }
        throw new Refused(
                "proceedings.refused.marked-meanwhile", mark.by(), mark.state().word(), Formats.time(mark.writtenAt()));
    }

    private static boolean known(PresenceState is, PresenceState wanted) {
        return is == wanted || is.here() && (wanted.granted().here());
    }
}
