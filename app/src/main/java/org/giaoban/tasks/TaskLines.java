package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.TaskLine.Light;
import org.giaoban.tasks.TaskLine.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns tasks into lines with a light per unit; the names and the children of a whole list come in two statements. */
@Component
class TaskLines {

    private final TaskRows rows;
    private final Organization organization;

    TaskLines(TaskRows rows, Organization organization) {
        this.rows = rows;
        this.organization = organization;
    }

    List<TaskLine> of(List<TaskRows.Row> roots, LocalDate asOf) {
        var parents = roots.stream()
                .map(TaskRows.Row::task)
                .filter(Task::several)
                .map(Task::id)
                .toList();
        Map<UUID, List<Task>> children = parents.isEmpty()
                ? Map.of()
                : rows.children(parents).stream().collect(Collectors.groupingBy(Task::root));
        var units = Stream.concat(
                        roots.stream().map(TaskRows.Row::task),
                        children.values().stream().flatMap(List::stream))
                .map(task -> task.duty().unit())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = organization.shortNames(units, asOf);
        return roots.stream().map(row -> line(row, children, names, asOf)).toList();
    }

    private TaskLine line(TaskRows.Row row, Map<UUID, List<Task>> children, Map<UnitId, String> names, LocalDate asOf) {
        var task = row.task();
        var owing = task.several() ? children.getOrDefault(task.id(), List.of()) : List.of(task);
        var lights = owing.stream().map(one -> light(one, names, asOf)).toList();
        return new TaskLine(
                new TaskId(task.id()),
                task.title(),
                row.source(),
                task.state(),
                task.terms().dueOn(),
                task.terms().firstDueOn(),
                owing.stream().mapToInt(one -> one.terms().extensions()).max().orElse(0),
                lights.stream()
                        .filter(light ->
                                light.mark() == Mark.LATE || task.state().closed())
                        .mapToInt(Light::daysLate)
                        .max()
                        .orElse(0),
                owing.stream()
                        .map(one -> label(one, asOf))
                        .max(Comparator.comparingInt(TaskLines::weight))
                        .orElse(TaskLabel.UNDATED),
                task.several() ? null : task.progress().percent(),
                lights);
    }

    private static Light light(Task task, Map<UnitId, String> names, LocalDate asOf) {
        var unit = task.duty().unit();
        return new Light(
                new TaskId(task.id()),
                unit,
                unit == null ? "" : names.getOrDefault(unit, ""),
                mark(task, asOf),
                task.state(),
                task.terms().dueOn(),
                task.terms().extensions(),
                daysLate(task, asOf),
                task.progress().percent(),
                task.progress().lastWord());
    }

    static Mark mark(Task task, LocalDate asOf) {
        return switch (task.state()) {
            case CONFIRMED -> Mark.DONE;
            case CANCELLED -> Mark.OFF;
            case REPORTED -> Mark.WAITING;
            case GIVEN, ACCEPTED, RETURNED -> daysLate(task, asOf) > 0 ? Mark.LATE : Mark.OPEN;
        };
    }

    static int daysLate(Task task, LocalDate asOf) {
        return task.terms().daysLate(task.state(), reportedOn(task), asOf);
    }

    static TaskLabel label(Task task, LocalDate asOf) {
        return task.terms().label(task.state(), reportedOn(task), asOf);
    }

    /** The label of an order is the one of its worst unit. */
    private static int weight(TaskLabel label) {
        return switch (label) {
            case CANCELLED -> 0;
            case DONE_IN_TIME -> 1;
            case DONE_EXTENDED -> 2;
            case DONE_LATE -> 3;
            case UNDATED -> 4;
            case NOT_DUE -> 5;
            case IN_TIME -> 6;
            case DUE_SOON -> 7;
            case OVERDUE -> 8;
        };
    }

    private static @Nullable LocalDate reportedOn(Task task) {
        var at = task.progress().reportedAt();
        return at == null ? null : LocalDate.ofInstant(at, Zone.ID);
    }
}
