package org.giaoban.tasks;

import static org.giaoban.access.Capability.TASK_ASSIGN;
import static org.giaoban.access.Capability.TASK_DO;
import static org.giaoban.access.Capability.TASK_READ;

import java.util.Objects;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see and move a task: the unit that owes it, the person named in it, the unit that gave it, and who helps or supervises. */
@Component
class TaskRights {

    private final Access access;
    private final CurrentViewer viewer;
    private final ExtrasRepository extras;

    TaskRights(Access access, CurrentViewer viewer, ExtrasRepository extras) {
        this.access = access;
        this.viewer = viewer;
        this.extras = extras;
    }

    void toRead(Task task) {
        if (!mayRead(task)) {
            throw new NotFound(task.id());
        }
    }

    boolean mayRead(Task task) {
        return doer(task) || giver(task) || reader(task) || involved(task);
    }

    void toDo(Task task) {
        if (!doer(task)) {
            throw new NotFound(task.id());
        }
    }

    void toJudge(Task task) {
        if (!giver(task)) {
            throw new NotFound(task.id());
        }
    }

    boolean doer(Task task) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        return (person != null && Objects.equals(person, task.duty().person())) || allows(TASK_DO, owner(task));
    }

    /** Work that names no unit is the giver's own. */
    private static UnitId owner(Task task) {
        var unit = task.duty().unit();
        return unit == null ? task.duty().giver() : unit;
    }

    boolean giver(Task task) {
        return allows(TASK_ASSIGN, task.duty().giver());
    }

    /** Whoever helps, supervises, or had the overdue work laid before them may read the order and say something about it. */
    boolean involved(Task task) {
        var person = viewer.find().map(Viewer::person).orElse(null);
        if (person != null && extras.laidBefore(task.id(), person)) {
            return true;
        }
        return extras.roles(task.root()).stream()
                .anyMatch(role -> (person != null && Objects.equals(person, role.person()))
                        || allows(TASK_READ, role.unit())
                        || allows(TASK_DO, role.unit()));
    }

    /** Whether what stands above the task may be read: where it comes from, and the same order at other units. */
    boolean upward(Task task) {
        return giver(task) || allows(TASK_READ, task.duty().giver());
    }

    private boolean reader(Task task) {
        return allows(TASK_READ, task.duty().unit())
                || allows(TASK_READ, task.duty().giver());
    }

    private boolean allows(Capability capability, @Nullable UnitId unit) {
        return unit != null && access.allows(capability, unit);
    }
}
