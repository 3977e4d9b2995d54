package org.giaoban.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.tasks.Order.Assignee;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The orders of all units: given by other modules, read by boards and agendas. Callers have checked access. */
@Service
@Transactional
public class Tasks {

    private final TaskJournal journal;
    private final TaskRows rows;
    private final TaskLines lines;
    private final ExtrasRepository extrasOf;
    private final CheckListRepository lists;
    private final TaskNotices notices;
    private final Deeds deeds;

    Tasks(
            TaskJournal journal,
            TaskRows rows,
            TaskLines lines,
            ExtrasRepository extrasOf,
            CheckListRepository lists,
            TaskNotices notices,
            Deeds deeds) {
        this.journal = journal;
        this.rows = rows;
        this.lines = lines;
        this.extrasOf = extrasOf;
        this.lists = lists;
        this.notices = notices;
        this.deeds = deeds;
    }

    /** Gives an order; for several units it becomes one parent and a child per unit. */
    public TaskId assign(Order order) {
        return assign(order, Uuid7.next());
    }

    TaskId assign(Order order, UUID root) {
        return assign(order, Extras.NONE, root);
    }

    /** Gives an order with its product, those who help and who watches. */
    public TaskId assign(Order order, Extras extras) {
        return assign(order, extras, Uuid7.next());
    }

    /** The same under an id chosen before, so that what is sent twice is one order. */
    TaskId assign(Order order, Extras extras, UUID root) {
        var given = give(order, root, deeds.now(Act.ASSIGN, null));
        complete(given, extras);
        notices.given(given, order.source());
        notices.involved(given.getFirst(), extras);
        return new TaskId(root);
    }

    private void complete(List<Task> given, Extras extras) {
        extrasOf.insert(given.getFirst().id(), extras);
        lists.insert(
                given.stream().filter(task -> !task.several()).map(Task::id).toList(), extras.checklist());
    }

    /** Enters an order that was given in the past, without telling anybody. */
    public TaskId enter(Order order, Instant givenAt, Viewer by) {
        return enter(order, Extras.NONE, givenAt, by);
    }

    public TaskId enter(Order order, Extras extras, Instant givenAt, Viewer by) {
        var given = give(order, Uuid7.next(), Deed.of(Act.ASSIGN, givenAt, by, null));
        complete(given, extras);
        return new TaskId(given.getFirst().root());
    }

    /** Enters what one unit did about an order in the past, oldest first, without telling anybody. */
    public void enter(TaskId order, UnitId unit, List<Deed> deeds) {
        var own =
                rows.find(order.value()).orElseThrow(() -> new NotFound(order)).task();
        var task = own.several()
                ? rows.children(List.of(own.id())).stream()
                        .filter(child -> unit.equals(child.duty().unit()))
                        .findFirst()
                        .orElseThrow(() -> new NotFound(unit))
                : own;
        deeds.forEach(deed -> journal.write(task.id(), deed));
    }

    /** All orders that come from these objects, newest first, closed ones too. */
    @Transactional(readOnly = true)
    public List<TaskLine> of(String sourceKind, Collection<UUID> sourceIds, LocalDate asOf) {
        return sourceIds.isEmpty() ? List.of() : lines.of(rows.of(sourceKind, sourceIds), asOf);
    }

    /** The orders a unit gave that are not closed, the most overdue first. */
    @Transactional(readOnly = true)
    public List<TaskLine> unfinished(UnitId giver, LocalDate asOf) {
        return lines.of(rows.unfinished(giver), asOf).stream()
                .sorted(Comparator.comparingInt(TaskLine::daysLate).reversed())
                .toList();
    }

    /** The newest orders a unit gave, closed ones too; whoever calls has asked for the right to read them. */
    @Transactional(readOnly = true)
    public List<TaskLine> given(UnitId giver, LocalDate asOf, int limit) {
        return lines.of(rows.given(giver, limit), asOf);
    }

    @Transactional(readOnly = true)
    public Optional<TaskLine> find(TaskId id, LocalDate asOf) {
        return rows.find(id.value()).map(row -> lines.of(List.of(row), asOf).getFirst());
    }

    private List<Task> give(Order order, UUID root, Deed deed) {
        var tasks = new ArrayList<Task>();
        var assignees = order.assignees();
        var first = assignees.size() == 1 ? assignees.getFirst() : null;
        var whole = task(order, first, root, null, deed.at());
        if (assignees.size() < 2) {
            tasks.add(whole);
        } else {
            tasks.add(whole.ofSeveral());
            assignees.forEach(assignee -> tasks.add(task(order, assignee, Uuid7.next(), root, deed.at())));
        }
        journal.given(tasks, order, deed);
        return tasks;
    }

    private static Task task(Order order, @Nullable Assignee assignee, UUID id, @Nullable UUID parent, Instant at) {
        var duty = assignee == null
                ? new Task.Duty(null, null, null, order.giver())
                : new Task.Duty(assignee.unit(), assignee.person(), assignee.post(), order.giver());
        return new Task(
                id,
                parent,
                false,
                order.title(),
                duty,
                Terms.first(order.measure(), order.dueOn()),
                Task.Progress.given(at));
    }
}
