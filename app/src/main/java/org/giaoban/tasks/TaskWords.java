package org.giaoban.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskLine.Light;
import org.giaoban.tasks.TaskLine.Mark;

/** How tasks are put into words, the same in lists, boards and files. */
public final class TaskWords {

    private TaskWords() {}

    public static String state(TaskState state) {
        return Texts.text("tasks.state." + code(state.name()));
    }

    public static String label(TaskLabel label) {
        return Texts.text("tasks.label." + code(label.name()));
    }

    static String act(Deed.Act act) {
        return Texts.text("audit.act." + act.code());
    }

    public static String mark(Mark mark) {
        return Texts.text("tasks.mark." + code(mark.name()));
    }

    /** The class of a light; colour never stands alone, the icon says the same. */
    public static String tone(Mark mark) {
        return switch (mark) {
            case DONE -> "done";
            case LATE -> "late";
            case WAITING -> "waiting";
            case OPEN, OFF -> "info";
        };
    }

    public static String kind(Mark mark) {
        return mark == Mark.OFF ? "neutral" : tone(mark);
    }

    public static String icon(Mark mark) {
        return switch (mark) {
            case DONE -> "check";
            case LATE -> "exclamation-mark";
            case WAITING -> "dots";
            case OPEN -> "progress";
            case OFF -> "minus";
        };
    }

    /** The colour and icon of a state in lists: late beats everything that is still open. */
    public static String tone(TaskLine line) {
        if (line.late()) {
            return "late";
        }
        return switch (line.state()) {
            case CONFIRMED -> "done";
            case REPORTED, RETURNED -> "waiting";
            case ACCEPTED, GIVEN -> line.label() == TaskLabel.DUE_SOON ? "waiting" : "info";
            case CANCELLED -> "neutral";
        };
    }

    /** One sentence on how the order stands, with the days late and the extensions counted. */
    public static String standing(TaskLine line) {
        var parts = Stream.of(first(line), extended(line), percent(line)).filter(part -> !part.isEmpty());
        return String.join(" · ", parts.toList());
    }

    private static String first(TaskLine line) {
        if (line.late()) {
            return line.lights().size() > 1
                    ? Texts.text("tasks.standing.units-late", line.lateUnits(), line.daysLate())
                    : Texts.text("tasks.standing.late", line.daysLate());
        }
        return line.state().closed() || line.state() == TaskState.REPORTED ? state(line.state()) : label(line.label());
    }

    private static String extended(TaskLine line) {
        return line.extensions() == 0 ? "" : Texts.text("tasks.standing.extended", line.extensions());
    }

    private static String percent(TaskLine line) {
        var percent = line.percent();
        return percent == null || line.state() != TaskState.ACCEPTED ? "" : percent + " %";
    }

    /** One row of a file per unit that owes the work. */
    static Stream<List<Object>> rows(TaskLine line) {
        return line.lights().stream().map(light -> row(line, light));
    }

    private static List<Object> row(TaskLine line, Light light) {
        return Arrays.asList(
                line.title(),
                light.unitName(),
                line.source().label(),
                line.firstDueOn(),
                light.dueOn(),
                light.extensions(),
                state(light.state()),
                mark(light.mark()),
                light.daysLate());
    }

    private static String code(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Who did a step; what nobody did is the system's. */
    static String by(String name) {
        return name.equals(Viewer.SYSTEM.name()) ? Texts.text("tasks.by-system") : name;
    }
}
