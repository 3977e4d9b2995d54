package org.giaoban.proceedings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When somebody was here, read from the rows of the roll. A row that says "present" of somebody who is present already
 * corrects the time of coming; "absent" and "excused" take back what was said before.
 */
record Timeline(List<Stay> stays, @Nullable Mark last) {

    /** From coming to going; {@code until} is null for those still here. */
    record Stay(Instant from, @Nullable Instant until) {

        /** Whether it covers any of the time from {@code start} on, up to {@code end}. */
        boolean meets(Instant start, @Nullable Instant end) {
            return (until == null || until.isAfter(start)) && (end == null || from.isBefore(end));
        }
    }

    Timeline {
        stays = List.copyOf(stays);
    }

    /** The stays of a day with several parts; where a part ends, whoever is not called again has gone. */
    static Timeline ofDay(List<Mark> rows, Map<Integer, Instant> begins) {
        var stays = new ArrayList<Stay>();
        var parts = rows.stream().map(Mark::part).distinct().sorted().toList();
        for (var part : parts) {
            var ofPart = of(rows.stream().filter(row -> row.part() == part).toList());
            var next = begins.get(part + 1);
            ofPart.stays()
                    .forEach(stay ->
                            stays.add(stay.until() == null && next != null ? new Stay(stay.from(), next) : stay));
        }
        return new Timeline(stays, rows.isEmpty() ? null : rows.getLast());
    }

    /** @param rows in the order they were written */
    static Timeline of(List<Mark> rows) {
        var stays = new ArrayList<Stay>();
        for (var row : rows) {
            switch (row.state()) {
                case PRESENT, ONLINE -> come(stays, row.since());
                case LEFT -> leave(stays, row.since());
                case ABSENT, EXCUSED, REFUSED -> stays.clear();
                case ASKS_PRESENT, ASKS_ONLINE, ASKS_EXCUSE -> {
                    // asking settles nothing
                }
            }
        }
        return new Timeline(stays, rows.isEmpty() ? null : rows.getLast());
    }

    private static void come(List<Stay> stays, Instant at) {
        if (!stays.isEmpty() && stays.getLast().until() == null) {
            stays.removeLast();
        }
        stays.add(new Stay(at, null));
    }

    private static void leave(List<Stay> stays, Instant at) {
        if (!stays.isEmpty() && stays.getLast().until() == null) {
            var from = stays.removeLast().from();
            stays.add(new Stay(from, at.isAfter(from) ? at : from));
        }
    }

    boolean hereAt(Instant at) {
        return stays.stream()
                .anyMatch(stay -> !stay.from().isAfter(at)
                        && (stay.until() == null || stay.until().isAfter(at)));
    }

    boolean hereDuring(Instant start, @Nullable Instant end) {
        return stays.stream().anyMatch(stay -> stay.meets(start, end));
    }

    @Nullable
    Instant arrived() {
        return stays.isEmpty() ? null : stays.getFirst().from();
    }

    /** When somebody went for good; null while still here. */
    @Nullable
    Instant left() {
        return stays.isEmpty() ? null : stays.getLast().until();
    }
}
