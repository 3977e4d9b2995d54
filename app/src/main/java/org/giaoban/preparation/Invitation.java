package org.giaoban.preparation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.platform.Formats;
import org.jspecify.annotations.Nullable;

/** A meeting as the invited know it; the sequence counts what they were told. */
record Invitation(
        MeetingId meeting,
        UnitId unit,
        String title,
        Instant startsAt,
        int minutes,
        String place,
        @Nullable String link,
        int sequence,
        boolean cancelled) {

    /** What the invited are told. */
    enum Kind {
        INVITE,
        UPDATE,
        CANCEL
    }

    /** Something that became different, as people read it. */
    record Change(String what, String before, String after) {

        String written() {
            return String.join("\t", what, before, after);
        }

        static List<Change> read(String words) {
            return words.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(parts -> parts.length == 3)
                    .map(parts -> new Change(parts[0], parts[1], parts[2]))
                    .toList();
        }
    }

    static Invitation of(MeetingLine line, int sequence) {
        return new Invitation(
                line.id(),
                line.unit(),
                line.title(),
                line.startsAt(),
                line.minutes(),
                line.place(),
                line.link(),
                sequence,
                false);
    }

    Invitation calledOff() {
        return new Invitation(meeting, unit, title, startsAt, minutes, place, link, sequence + 1, true);
    }

    Instant endsAt() {
        return startsAt.plusSeconds(60L * minutes);
    }

    /** The place, or that it is online. */
    String where() {
        return place.isEmpty() && link != null ? link : place;
    }

    List<Change> changesTo(MeetingLine after) {
        var changes = new ArrayList<Change>();
        add(changes, "title", title, after.title());
        add(changes, "starts", Formats.dateTime(startsAt), Formats.dateTime(after.startsAt()));
        add(changes, "minutes", String.valueOf(minutes), String.valueOf(after.minutes()));
        add(changes, "place", place, after.place());
        add(changes, "link", Objects.requireNonNullElse(link, ""), Objects.requireNonNullElse(after.link(), ""));
        return changes;
    }

    private static void add(List<Change> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(what, before, after));
        }
    }
}
