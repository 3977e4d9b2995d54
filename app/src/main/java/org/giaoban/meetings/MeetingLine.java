package org.giaoban.meetings;

import java.time.Instant;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
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
        MeetingState state) {

    public String href() {
        return state == MeetingState.RUNNING ? id.href() + "/run" : id.href();
    }
}
