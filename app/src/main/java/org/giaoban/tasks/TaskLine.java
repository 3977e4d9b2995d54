package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** One order as lists, boards and agendas show it, with a light per unit. */
public record TaskLine(
        TaskId id,
        String title,
        SourceRef source,
        TaskState state,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate firstDueOn,
        int extensions,
        int daysLate,
        TaskLabel label,
        @Nullable Integer percent,
        List<Light> lights) {

    public TaskLine {
        lights = List.copyOf(lights);
    }

    public String href() {
        return "/tasks/" + id.value();
    }

    public boolean done() {
        return state == TaskState.CONFIRMED;
    }

    public boolean late() {
        return lights.stream().anyMatch(light -> light.mark() == Mark.LATE);
    }

    public long lateUnits() {
        return lights.stream().filter(light -> light.mark() == Mark.LATE).count();
    }

    /** How one unit stands: its own task, dates, extensions and what it said last. */
    public record Light(
            TaskId task,
            @Nullable UnitId unit,
            String unitName,
            Mark mark,
            TaskState state,
            @Nullable LocalDate dueOn,
            int extensions,
            int daysLate,
            @Nullable Integer percent,
            @Nullable String lastWord) {

        public String href() {
            return "/tasks/" + task.value();
        }
    }

    /** The four lights and the one that is off because the task was cancelled. */
    public enum Mark {
        DONE,
        WAITING,
        OPEN,
        LATE,
        OFF
    }
}
