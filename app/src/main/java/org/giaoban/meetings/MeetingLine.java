package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/** A meeting in a list. */
public record MeetingLine(
        MeetingId id,
        String title,
        String kind,
        UnitId unit,
        @Nullable Period period,
        Instant startsAt,
        int minutes,
        String place,
        MeetingState state,
        @Nullable String link) {

    public Instant endsAt() {
        return startsAt.plusSeconds(60L * minutes);
    }

    public LocalDate day() {
        return LocalDate.ofInstant(startsAt, Zone.ID);
    }

    public String href() {
        return id.href();
    }
}
