package org.giaoban.proceedings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.DayPart;
import org.giaoban.meetings.MeetingFloor.Room;
import org.giaoban.proceedings.CourseRepository.Turn;
import org.jspecify.annotations.Nullable;

/** Where a meeting stands at one moment, for all its pages. */
record Stage(
        Room room,
        Agenda agenda,
        List<DayPart> parts,
        RollView roll,
        Quorum quorum,
        List<FloorEntry> floor,
        List<Vote> votes,
        Instant now) {

    /** The items with the times they were dealt with. */
    record Agenda(List<AgendaItem> items, List<Turn> turns) {

        /** The item that is dealt with now. */
        @Nullable
        AgendaItem current() {
            return turns.isEmpty() || turns.getLast().ended() != null
                    ? null
                    : item(turns.getLast().item());
        }

        @Nullable
        AgendaItem item(@Nullable UUID id) {
            return items.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        }

        /** The item asked for, else the one that is dealt with, else the first. */
        @Nullable
        AgendaItem chosen(@Nullable UUID asked) {
            var item = item(asked);
            if (item == null) {
                item = current();
            }
            return item != null || items.isEmpty() ? item : items.getFirst();
        }

        boolean begun(AgendaItem item) {
            return turns.stream().anyMatch(turn -> turn.item().equals(item.id()));
        }

        /** What is left of the time planned for an item; below zero when it took longer. */
        long secondsLeft(AgendaItem item, Instant now) {
            return item.minutes() * 60L - seconds(item, now);
        }

        long seconds(AgendaItem item, Instant now) {
            return turns.stream()
                    .filter(turn -> turn.item().equals(item.id()))
                    .mapToLong(turn -> Duration.between(turn.started(), Objects.requireNonNullElse(turn.ended(), now))
                            .toSeconds())
                    .sum();
        }
    }

    String base() {
        return room.id().href();
    }

    boolean current(AgendaItem item) {
        return item.equals(agenda.current());
    }

    long secondsLeft(AgendaItem item) {
        return agenda.secondsLeft(item, now);
    }

    long seconds(AgendaItem item) {
        return agenda.seconds(item, now);
    }

    @Nullable
    FloorEntry speaking() {
        return FloorEntry.speaking(floor);
    }

    List<FloorEntry> waiting() {
        return FloorEntry.waiting(floor);
    }

    /** Speeches under an item, the one going on among them. */
    List<FloorEntry> speeches(AgendaItem item) {
        return floor.stream()
                .filter(one -> item.id().equals(one.item()) && (one.done() || one.speaking()))
                .toList();
    }

    List<FloorEntry> held() {
        return floor.stream().filter(FloorEntry::done).toList();
    }

    /** How long each speaker spoke in all, the longest first. */
    Map<String, Long> totals() {
        var sums = new LinkedHashMap<String, Long>();
        held().forEach(one -> sums.merge(one.name(), one.seconds(now), Long::sum));
        var sorted = new LinkedHashMap<String, Long>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(one -> sorted.put(one.getKey(), one.getValue()));
        return sorted;
    }

    List<Vote> votes(AgendaItem item) {
        return votes.stream().filter(vote -> vote.item().equals(item.id())).toList();
    }

    /** The name of the part of the day; empty when the day has no parts. */
    String partTitle() {
        return parts.stream()
                .filter(part -> part.position() == roll.part())
                .map(DayPart::title)
                .findFirst()
                .orElse("");
    }

    @Nullable
    DayPart nextPart() {
        return parts.stream()
                .filter(part -> part.position() == roll.part() + 1)
                .findFirst()
                .orElse(null);
    }

    /** The summoned by id, as "name, title", for choosing one. */
    Map<String, String> seats() {
        var seats = new LinkedHashMap<String, String>();
        var lines = new ArrayList<>(roll.lines());
        lines.sort(java.util.Comparator.comparing(line -> !line.here()));
        lines.forEach(line -> seats.put(
                line.seat().id().toString(),
                line.seat().title().isEmpty()
                        ? line.seat().name()
                        : line.seat().name() + ", " + line.seat().title()));
        return seats;
    }
}
