package org.giaoban.minutes;

import java.time.Instant;
import java.time.LocalDate;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Minutes that wait for somebody's next step.
 *
 * @param open how many remarks have no answer
 * @param until the day the step is wanted by; none where others stand still until it is done
 */
record Waiting(
        MeetingId meeting,
        UnitId unit,
        String title,
        LocalDate day,
        Step step,
        int open,
        @Nullable Instant until) {

    /** What is to be done next. */
    enum Step {
        READ_OUT,
        ANSWER,
        ADOPT,
        SIGN_AS_SECRETARY,
        SIGN_AS_CHAIR,
        NOTICE
    }

    @Nullable
    LocalDate dueOn() {
        return until == null ? null : LocalDate.ofInstant(until, Zone.ID);
    }

    String href() {
        return meeting.href() + "/minutes";
    }
}
