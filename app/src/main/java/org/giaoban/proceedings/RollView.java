package org.giaoban.proceedings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.meetings.Attendee;
import org.jspecify.annotations.Nullable;

/** The roll of one part of the day as it stands. */
record RollView(int part, List<Line> lines) {

    RollView {
        lines = List.copyOf(lines);
    }

    /** One of the summoned; {@code state} is null as long as nothing is said. */
    record Line(Attendee seat, Timeline timeline, @Nullable PresenceState state, boolean voting) {

        boolean here() {
            return state != null && state.here();
        }

        boolean asks() {
            return state != null && state.asks();
        }

        long seen() {
            return timeline.last() == null ? 0 : timeline.last().seq();
        }

        @Nullable
        String reason() {
            return timeline.last() == null ? seat.reason() : timeline.last().reason();
        }
    }

    static RollView of(int part, List<Attendee> seats, List<Mark> marks, Map<UUID, Boolean> voters) {
        var rows = marks.stream().filter(mark -> mark.part() == part).collect(Collectors.groupingBy(Mark::attendee));
        return new RollView(
                part,
                seats.stream()
                        .map(seat -> line(part, seat, rows.getOrDefault(seat.id(), List.of()), voters))
                        .toList());
    }

    private static Line line(int part, Attendee seat, List<Mark> rows, Map<UUID, Boolean> voters) {
        var timeline = Timeline.of(rows);
        var last = timeline.last();
        var known = part == 1 ? seat.presence() : null;
        var state = last != null ? last.state() : known == null ? null : PresenceState.of(known);
        var usual = seat.votes() && seat.person() != null;
        return new Line(seat, timeline, state, voters.getOrDefault(seat.id(), usual));
    }

    /** The newest row of everybody in one part of the day. */
    static Map<UUID, Mark> latest(List<Mark> marks, int part) {
        var latest = new HashMap<UUID, Mark>();
        marks.stream().filter(mark -> mark.part() == part).forEach(mark -> latest.put(mark.attendee(), mark));
        return latest;
    }

    int count(PresenceState state) {
        return (int) lines.stream().filter(line -> line.state() == state).count();
    }

    int here() {
        return (int) lines.stream().filter(Line::here).count();
    }

    int unmarked() {
        return (int) lines.stream().filter(line -> line.state() == null).count();
    }

    List<Line> asking() {
        return lines.stream().filter(Line::asks).toList();
    }

    boolean voting(UUID attendee) {
        return lines.stream().anyMatch(line -> line.voting() && line.seat().id().equals(attendee));
    }

    /** All who are entitled to vote. */
    int entitled() {
        return (int) lines.stream().filter(Line::voting).count();
    }

    /** Those of them who are here. */
    int votersHere() {
        return (int) lines.stream().filter(line -> line.voting() && line.here()).count();
    }
}
