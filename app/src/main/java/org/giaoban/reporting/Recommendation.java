package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A request a unit put in its return, and whether the addressee has answered it. */
public record Recommendation(
        UUID id,
        UnitId unit,
        String unitName,
        String text,
        String addressee,
        LocalDate sentOn,
        LocalDate dueOn,
        State state,
        @Nullable String answer,
        int daysWaiting) {

    /** Waiting until somebody takes it up; answered is final. */
    public enum State {
        WAITING,
        TAKEN_UP,
        OVERDUE,
        ANSWERED
    }
}
