package org.giaoban.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.meetings.Attendee;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingState;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.Mark.Way;
import org.giaoban.proceedings.MarkRepository.Next;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the roll: who is here is said by whoever runs the meeting, or by the invited themselves with the code on the wall. */
@Service
@Transactional
class Roll {

    /** What came of a mark. */
    enum Outcome {
        WRITTEN,
        ALREADY
    }

    /**
     * What somebody who runs the meeting says.
     *
     * @param since from when it holds; null for now
     * @param seen the newest row of this person the writer had in sight; null when that was not said
     */
    record Said(
            UUID attendee,
            PresenceState state,
            @Nullable String reason,
            @Nullable Instant since,
            @Nullable Long seen) {}

    private final MeetingFloor floor;
    private final MarkRepository marks;
    private final CourseRepository courses;
    private final CurrentViewer viewer;
    private final Clock clock;

    Roll(MeetingFloor floor, MarkRepository marks, CourseRepository courses, CurrentViewer viewer, Clock clock) {
        this.floor = floor;
        this.marks = marks;
        this.courses = courses;
        this.viewer = viewer;
        this.clock = clock;
    }

    Outcome mark(MeetingId id, Said said) {
        demandTime(id, said.state());
        var part = courses.part(id);
        var last = marks.last(id, said.attendee(), part);
        if (last.isPresent() && same(last.get(), said)) {
            return Outcome.ALREADY;
        }
        if (said.seen() != null && said.seen() != number(last)) {
            throw tooLate(last);
        }
        if (said.state() == PresenceState.LEFT
                && !last.map(Mark::state).filter(PresenceState::here).isPresent()) {
            throw new Refused("proceedings.refused.not-here");
        }
        var since = said.since() == null ? clock.instant() : said.since();
        write(id, new Next(said.attendee(), part, number(last), said.state(), since, said.reason(), Way.LIST));
        return Outcome.WRITTEN;
    }

    /** Excuses are answered before the meeting as well; everything else while it runs. */
    private void demandTime(MeetingId id, PresenceState state) {
        var early = state == PresenceState.EXCUSED || state == PresenceState.REFUSED;
        if (!early || floor.toRun(id).running()) {
            floor.running(id);
        } else if (floor.toRun(id).line().state() != MeetingState.PLANNED) {
            throw new Refused("proceedings.refused.over");
        }
    }

    private static boolean same(Mark last, Said said) {
        return last.state() == said.state()
                && said.since() == null
                && (said.reason() == null || said.reason().equals(last.reason()));
    }

    private static long number(Optional<Mark> last) {
        return last.map(Mark::seq).orElse(0L);
    }

    private static Refused tooLate(Optional<Mark> last) {
        return last.map(mark -> new Refused(
                        "proceedings.refused.marked-meanwhile",
                        mark.by(),
                        mark.state().word(),
                        Formats.time(mark.writtenAt())))
                .orElseGet(() -> new Refused("proceedings.refused.moved"));
    }

    private void write(MeetingId id, Next next) {
        if (!marks.append(id, next, viewer.get(), clock.instant())) {
            throw tooLate(marks.last(id, next.attendee(), next.part()));
        }
        project(id, next);
    }

    /** The meeting's own list keeps what holds now; who was here in one part of the day was here. */
    private void project(MeetingId id, Next next) {
        var settled = next.state().settled();
        if (next.part() > 1 && !next.state().here()) {
            return;
        }
        if (settled != null || next.state() == PresenceState.REFUSED) {
            floor.mark(id, next.attendee(), settled, next.state() == PresenceState.EXCUSED ? next.reason() : null);
        }
    }

    /** Everybody of whom nothing is said yet in this part of the day is here. */
    int markRest(MeetingId id) {
        floor.running(id);
        var part = courses.part(id);
        var known = marks.of(id).stream()
                .filter(mark -> mark.part() == part)
                .map(Mark::attendee)
                .toList();
        var rest = floor.seats(id).stream()
                .filter(seat -> !known.contains(seat.id()) && (part > 1 || seat.presence() == null))
                .map(Attendee::id)
                .toList();
        var now = clock.instant();
        var rows = rest.stream()
                .map(seat -> new Next(seat, part, 0, PresenceState.PRESENT, now, null, Way.REST))
                .toList();
        if (!rows.isEmpty()) {
            marks.append(id, rows, viewer.get(), now);
            rows.forEach(row -> project(id, row));
        }
        return rows.size();
    }

    /** Says yes to everybody who asked to be counted as here. */
    int grantAll(MeetingId id) {
        floor.running(id);
        var part = courses.part(id);
        var asking = RollView.latest(marks.of(id), part).values().stream()
                .filter(mark -> mark.state() == PresenceState.ASKS_PRESENT || mark.state() == PresenceState.ASKS_ONLINE)
                .sorted(Comparator.comparing(mark -> mark.attendee().toString()))
                .toList();
        for (var mark : asking) {
            write(id, granted(mark));
        }
        return asking.size();
    }

    /** Yes or no to what somebody asked. */
    Outcome answer(MeetingId id, UUID attendee, boolean yes, long seen) {
        floor.toRun(id);
        var asked = marks.last(id, attendee, courses.part(id))
                .filter(mark -> mark.state().asks())
                .orElseThrow(() -> tooLate(marks.last(id, attendee, courses.part(id))));
        var state = yes ? asked.state().granted() : PresenceState.REFUSED;
        demandTime(id, state);
        if (asked.seq() != seen) {
            throw tooLate(Optional.of(asked));
        }
        var granted = granted(asked);
        write(id, new Next(attendee, asked.part(), seen, state, granted.since(), asked.reason(), Way.LIST));
        return Outcome.WRITTEN;
    }

    private static Next granted(Mark asked) {
        return new Next(
                asked.attendee(),
                asked.part(),
                asked.seq(),
                asked.state().granted(),
                asked.since(),
                asked.reason(),
                Way.LIST);
    }

    /** Whether somebody summoned may vote. */
    void voting(MeetingId id, UUID attendee, boolean voting) {
        floor.running(id);
        if (floor.seats(id).stream().noneMatch(seat -> seat.id().equals(attendee))) {
            throw new NotFound(attendee);
        }
        marks.voting(id, attendee, voting, viewer.get().name(), clock.instant());
    }

    /** Goes on to another part of the day; excuses for the day go along, everybody else is called again. */
    void openPart(MeetingId id, int before, int next) {
        floor.running(id);
        if (!courses.openPart(id, before, next)) {
            throw new Refused("proceedings.refused.part-moved");
        }
        var now = clock.instant();
        var known = RollView.latest(marks.of(id), next);
        var excused = RollView.latest(marks.of(id), before).values().stream()
                .filter(mark -> mark.state() == PresenceState.EXCUSED && !known.containsKey(mark.attendee()))
                .map(mark -> new Next(mark.attendee(), next, 0, mark.state(), now, mark.reason(), Way.REST))
                .toList();
        marks.append(id, List.copyOf(excused), viewer.get(), now);
    }
}
