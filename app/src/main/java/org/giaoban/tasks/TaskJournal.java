package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.tasks.Deed.Act;
import org.springframework.stereotype.Component;

/** Carries out deeds: locks the orders, lets the task decide, writes the step and the trace. */
@Component
class TaskJournal {

    private final TaskRepository repository;
    private final StepRepository steps;
    private final Audit audit;

    TaskJournal(TaskRepository repository, StepRepository steps, Audit audit) {
        this.repository = repository;
        this.steps = steps;
        this.audit = audit;
    }

    static ObjectRef object(UUID task) {
        return new ObjectRef("task", task);
    }

    void given(List<Task> tasks, Order order, Deed deed) {
        repository.insert(tasks, order.source(), order.reasons());
        steps.record(tasks.stream().map(Task::id).toList(), deed);
        tasks.forEach(task -> trace(task, deed));
    }

    UUID write(UUID task, Deed deed) {
        return write(List.of(task), deed).getFirst();
    }

    List<UUID> write(Collection<UUID> ids, Deed deed) {
        var before = repository.lock(ids);
        if (before.size() != ids.size()) {
            throw new NotFound(ids);
        }
        var after = before.stream().map(task -> task.after(deed)).toList();
        extensions(before, deed);
        repository.update(after);
        repository.settleParents(after, deed.at());
        after.forEach(task -> trace(task, deed));
        return steps.record(after.stream().map(Task::id).toList(), deed);
    }

    /** Names another person as the one who answers for the tasks. */
    void reassign(Collection<UUID> ids, PersonId person, Deed deed) {
        var named = repository.lock(ids).stream()
                .map(task -> task.after(deed).of(person))
                .toList();
        repository.update(named);
        named.forEach(task -> trace(task, deed));
        steps.record(named.stream().map(Task::id).toList(), deed);
    }

    private void extensions(List<Task> tasks, Deed deed) {
        if (deed.act() == Act.ASK_EXTENSION) {
            tasks.forEach(task -> ask(task, deed));
        } else if (deed.act() == Act.PROLONG) {
            tasks.forEach(task -> prolong(task, deed));
        } else if (deed.act() == Act.EXTEND || deed.act() == Act.REFUSE_EXTENSION) {
            tasks.forEach(task -> decide(task, deed));
        }
    }

    private void ask(Task task, Deed deed) {
        var due = task.terms().dueOn();
        var until = deed.date();
        if (due == null || until == null || !until.isAfter(due)) {
            throw new Refused("tasks.refused.extension-date");
        }
        if (steps.open(task.id()).isPresent()) {
            throw new Refused("tasks.refused.extension-open");
        }
        steps.ask(extension(task, deed, due, until));
    }

    private static StepRepository.Extension extension(Task task, Deed deed, LocalDate due, LocalDate until) {
        var reason = deed.text() == null ? "" : deed.text();
        return new StepRepository.Extension(
                Uuid7.next(), task.id(), deed.at(), deed.by().name(), reason, due, until, null, null);
    }

    /** The giver moves the date without being asked; an open request is answered instead. */
    private void prolong(Task task, Deed deed) {
        if (steps.open(task.id()).isPresent()) {
            throw new Refused("tasks.refused.extension-open");
        }
        var due = Objects.requireNonNull(task.terms().dueOn());
        steps.decided(extension(task, deed, due, Objects.requireNonNull(deed.date())));
    }

    private void decide(Task task, Deed deed) {
        var open = steps.open(task.id()).orElseThrow(() -> new Refused("tasks.refused.no-extension"));
        steps.decide(open.id(), deed.at(), deed.act() == Act.EXTEND, deed.text());
    }

    private void trace(Task task, Deed deed) {
        audit.record(
                deed.act().code(),
                object(task.id()),
                task.duty().unit() == null ? task.duty().giver() : task.duty().unit(),
                Map.of("state", task.state().name(), "text", deed.text() == null ? "" : deed.text()));
    }
}
