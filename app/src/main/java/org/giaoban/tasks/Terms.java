package org.giaoban.tasks;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** By when and measured how. An extension moves the due date and is counted; the first date stays. */
record Terms(
        @Nullable String measure,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate firstDueOn,
        int extensions) {

    /** From how many days before the date a task counts as due soon. */
    static final int SOON = 3;

    static Terms first(@Nullable String measure, @Nullable LocalDate dueOn) {
        return new Terms(measure, dueOn, dueOn, 0);
    }

    Terms extended(@Nullable LocalDate until) {
        if (dueOn == null || until == null || !until.isAfter(dueOn)) {
            throw new Refused("tasks.refused.extension-date");
        }
        return new Terms(measure, until, firstDueOn, extensions + 1);
    }

    /** Days past the due date on the day the work was reported done, or today while it was not. */
    int daysLate(TaskState state, @Nullable LocalDate reportedOn, LocalDate today) {
        if (dueOn == null || state == TaskState.CANCELLED) {
            return 0;
        }
        var until = reportedOn == null ? today : reportedOn;
        return (int) Math.max(0, DAYS.between(dueOn, until));
    }

    /** The label of a review: an extended task is never labelled as done in time. */
    TaskLabel label(TaskState state, @Nullable LocalDate reportedOn, LocalDate today) {
        if (state == TaskState.CANCELLED) {
            return TaskLabel.CANCELLED;
        }
        if (dueOn == null) {
            return TaskLabel.UNDATED;
        }
        if (reportedOn != null) {
            return doneLabel(dueOn, reportedOn);
        }
        if (today.isAfter(dueOn)) {
            return TaskLabel.OVERDUE;
        }
        if (!dueOn.isAfter(today.plusDays(SOON))) {
            return TaskLabel.DUE_SOON;
        }
        return state == TaskState.GIVEN ? TaskLabel.NOT_DUE : TaskLabel.IN_TIME;
    }

    private TaskLabel doneLabel(LocalDate due, LocalDate reportedOn) {
        if (reportedOn.isAfter(due)) {
            return TaskLabel.DONE_LATE;
        }
        return firstDueOn != null && reportedOn.isAfter(firstDueOn) ? TaskLabel.DONE_EXTENDED : TaskLabel.DONE_IN_TIME;
    }
}
