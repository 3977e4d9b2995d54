package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders with what they carry out and move, only as far as the viewer may read them; of others' parts nothing is said. */
@Service
@Transactional(readOnly = true)
public class TaskTraces {

    private static final int MOST = 100;

    private final TaskRows rows;
    private final TaskLines lines;
    private final ExtrasRepository extras;
    private final TaskRights rights;

    TaskTraces(TaskRows rows, TaskLines lines, ExtrasRepository extras, TaskRights rights) {
        this.rows = rows;
        this.lines = lines;
        this.extras = extras;
        this.rights = rights;
    }

    /** An order, or a unit's part of it where only that may be read. */
    public record Traced(
            TaskLine line,
            UUID root,
            UnitId giver,
            LocalDate givenOn,
            @Nullable String measure,
            List<Extras.Link> links) {}

    /** The order a task belongs to. */
    public List<Traced> of(UUID task, LocalDate asOf) {
        var found = rows.find(task).orElseThrow(() -> new NotFound(task));
        rights.toRead(found.task());
        return traced(rows.all(List.of(found.task().root())), asOf);
    }

    public List<Traced> from(String sourceKind, UUID source, LocalDate asOf) {
        return traced(rows.of(sourceKind, List.of(source)), asOf);
    }

    /** The orders that carry out a directive or move an indicator, the newest hundred. */
    public List<Traced> linked(LinkKind kind, String code, LocalDate asOf) {
        return traced(rows.all(extras.linked(kind, code, MOST)), asOf);
    }

    private List<Traced> traced(Collection<TaskRows.Row> roots, LocalDate asOf) {
        var seen = new ArrayList<TaskRows.Row>();
        for (var root : roots.stream().limit(MOST).toList()) {
            if (rights.mayRead(root.task())) {
                seen.add(root);
            } else if (root.task().several()) {
                rows.children(List.of(root.task().id())).stream()
                        .filter(rights::mayRead)
                        .forEach(part -> seen.add(new TaskRows.Row(part, root.source(), root.reasons())));
            }
        }
        var links = extras.links(seen.stream().map(row -> row.task().root()).toList());
        var shown = lines.of(seen, asOf);
        return IntStream.range(0, seen.size())
                .mapToObj(place -> traced(
                        shown.get(place),
                        seen.get(place).task(),
                        links.getOrDefault(seen.get(place).task().root(), List.of())))
                .toList();
    }

    private static Traced traced(TaskLine line, Task task, List<Extras.Link> links) {
        var givenOn = LocalDate.ofInstant(task.progress().givenAt(), Zone.ID);
        return new Traced(
                line, task.root(), task.duty().giver(), givenOn, task.terms().measure(), links);
    }
}
