package org.giaoban.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingFloor.OwnSeat;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingState;
import org.giaoban.platform.Formats;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.proceedings.CourseRepository.Standing;
import org.giaoban.proceedings.MarkRepository.Next;
import org.giaoban.proceedings.Roll.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what many of the invited said of themselves with as many statements as for one. Each person comes once in a round. */
@Service
@Transactional
class TapWriter {

    private final MeetingFloor floor;
    private final MarkRepository marks;
    private final CourseRepository courses;
    private final Clock clock;

    TapWriter(MeetingFloor floor, MarkRepository marks, CourseRepository courses, Clock clock) {
        this.floor = floor;
        this.marks = marks;
        this.courses = courses;
        this.clock = clock;
    }

    /** The meeting as all of a round find it. */
    private record Found(
            Map<org.giaoban.kernel.PersonId, OwnSeat> seats, Standing standing, Map<UUID, Mark> last, Instant now) {

        UUID seat(Tap tap) {
            return own(tap).orElseThrow().seat().id();
        }

        Optional<OwnSeat> own(Tap tap) {
            return Optional.ofNullable(seats.get(tap.person()));
        }

        Optional<Mark> last(Tap tap) {
            return Optional.ofNullable(last.get(seat(tap)));
        }
    }

    /** What each of them gets to hear: what came of it, or a refusal. */
    Map<Tap, Supplier<Outcome>> write(List<Tap> taps) {
        var answers = new HashMap<Tap, Supplier<Outcome>>();
        taps.stream()
                .collect(Collectors.groupingBy(Tap::meeting, LinkedHashMap::new, Collectors.toList()))
                .forEach((id, all) -> answers.putAll(write(id, all)));
        return answers;
    }

    private Map<Tap, Supplier<Outcome>> write(MeetingId id, List<Tap> taps) {
        var found = find(id, taps);
        var answers = new HashMap<Tap, Supplier<Outcome>>();
        var next = new HashMap<UUID, Tap>();
        for (var tap : taps) {
            var objection = objection(found, tap);
            if (objection != null) {
                answers.put(tap, () -> {
                    throw objection;
                });
            } else if (found.last(tap).map(mark -> known(mark, tap)).orElse(false)) {
                answers.put(tap, () -> Outcome.ALREADY);
            } else {
                next.put(found.seat(tap), tap);
            }
        }
        answers.putAll(append(id, found, next));
        return answers;
    }

    private Found find(MeetingId id, List<Tap> taps) {
        var seats = floor.ownSeats(id, taps.stream().map(Tap::person).toList());
        var standing = courses.standing(id);
        var ids = seats.values().stream().map(own -> own.seat().id()).toList();
        return new Found(seats, standing, marks.last(id, ids, standing.part()), clock.instant());
    }

    private static @Nullable RuntimeException objection(Found found, Tap tap) {
        var own = found.own(tap);
        if (own.isEmpty()) {
            return new NotFound(tap.meeting());
        }
        var state = own.get().state();
        var early = tap.state() == PresenceState.ASKS_EXCUSE && state == MeetingState.PLANNED;
        if (state != MeetingState.RUNNING && !early) {
            return new Refused(
                    state == MeetingState.CLOSED ? "proceedings.refused.over" : "proceedings.refused.not-begun");
        }
        if (!tap.code().isBlank() && !found.standing().code().opens(tap.code(), found.now())) {
            return new Refused("proceedings.refused.code");
        }
        if (tap.state() == PresenceState.LEFT
                && found.last(tap).filter(mark -> mark.state().here()).isEmpty()) {
            return new Refused("proceedings.refused.not-here");
        }
        return null;
    }

    private Map<Tap, Supplier<Outcome>> append(MeetingId id, Found found, Map<UUID, Tap> next) {
        var answers = new HashMap<Tap, Supplier<Outcome>>();
        if (next.isEmpty()) {
            return answers;
        }
        var part = found.standing().part();
        var rows = next.entrySet().stream()
                .map(one -> row(found, part, one.getKey(), one.getValue()))
                .toList();
        var written = marks.append(id, rows, found.now());
        var settled = new HashMap<UUID, Presence>();
        for (var seat : written) {
            var tap = java.util.Objects.requireNonNull(next.get(seat));
            answers.put(tap, () -> Outcome.WRITTEN);
            if (tap.state().settled() != null) {
                settled.put(seat, tap.state().settled());
            }
        }
        floor.mark(id, settled);
        next.forEach((seat, tap) -> {
            if (!answers.containsKey(tap)) {
                answers.put(tap, overtaken(marks.last(id, seat, part), tap));
            }
        });
        return answers;
    }

    private static MarkRepository.Signed row(Found found, int part, UUID seat, Tap tap) {
        var after = found.last(tap).map(Mark::seq).orElse(0L);
        return new MarkRepository.Signed(
                new Next(seat, part, after, tap.state(), found.now(), tap.reason(), tap.way()), tap.by());
    }

    /** Somebody else wrote at the same moment: perhaps the very same. */
    private static Supplier<Outcome> overtaken(Optional<Mark> last, Tap tap) {
        return () -> {
            var mark = last.orElseThrow(() -> new Refused("proceedings.refused.moved"));
            if (known(mark, tap)) {
                return Outcome.ALREADY;
            }
            throw new Refused(
                    "proceedings.refused.marked-meanwhile",
                    mark.by(),
                    mark.state().word(),
                    Formats.time(mark.writtenAt()));
        };
    }

    private static boolean known(Mark mark, Tap tap) {
        return mark.state() == tap.state()
                || (mark.state().here() && tap.state().granted().here());
    }
}
