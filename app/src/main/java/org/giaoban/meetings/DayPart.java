package org.giaoban.meetings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of a meeting's day, as the morning; it may be of another kind than the meeting. */
public record DayPart(
        UUID id,
        int position,
        String title,
        Instant startsAt,
        int minutes,
        @Nullable String kind) {

    public Instant endsAt() {
        return startsAt.plusSeconds(60L * minutes);
    }
}
