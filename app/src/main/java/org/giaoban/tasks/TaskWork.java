package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.giaoban.files.StoredFile;
import org.giaoban.platform.NotFound;
import org.giaoban.tasks.Deed.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do to tasks on their pages, each act asked for its right first. */
@Service
@Transactional
class TaskWork {

    private final TaskRepository repository;
    private final StepRepository steps;
    private final StepFinding said;
    private final TaskJournal journal;
    private final TaskRights rights;
    private final TaskNotices notices;
    private final Deeds deeds;

    TaskWork(
            TaskRepository repository,
            StepRepository steps,
            StepFinding said,
            TaskJournal journal,
            TaskRights rights,
            TaskNotices notices,
            Deeds deeds) {
        this.repository = repository;
        this.steps = steps;
        this.said = said;
        this.journal = journal;
        this.rights = rights;
        this.notices = notices;
        this.deeds = deeds;
    }

    void accept(UUID id) {
        rights.toDo(get(id));
        journal.write(id, deeds.now(Act.ACCEPT, null));
    }

    void advance(UUID id, @Nullable Integer percent, @Nullable String note) {
        rights.toDo(get(id));
        repository.lock(List.of(id));
        var deed = deeds.now(Act.PROGRESS, note, percent, null);
        if (!said.justNow(id, deed)) {
            journal.write(id, deed);
        }
    }

    /** Reports the work done; the proofs were stored before, the words may say where the product is. */
    void report(UUID id, @Nullable String text, List<StoredFile> proofs) {
        var task = get(id);
        rights.toDo(task);
        var step = journal.write(id, deeds.now(Act.REPORT, text));
        if (!proofs.isEmpty()) {
            steps.prove(step, id, proofs);
        }
        notices.toGiver(task, Act.REPORT);
    }

    void confirm(Collection<UUID> ids) {
        var tasks = repository.all(ids);
        if (tasks.size() != ids.size()) {
            throw new NotFound(ids);
        }
        tasks.forEach(rights::toJudge);
        journal.write(ids, deeds.now(Act.CONFIRM, null));
        notices.toDoers(tasks, Act.CONFIRM);
    }

    void giveBack(UUID id, String reason) {
        judge(id, deeds.now(Act.RETURN, reason));
    }

    void askExtension(UUID id, LocalDate until, String reason) {
        var task = get(id);
        rights.toDo(task);
        journal.write(id, deeds.now(Act.ASK_EXTENSION, reason, null, until));
        notices.toGiver(task, Act.ASK_EXTENSION);
    }

    /** Grants the open request: the date becomes the one asked for, and the extension counts. */
    void grantExtension(UUID id, @Nullable String answer) {
        var asked = steps.open(id).map(StepRepository.Extension::until).orElse(null);
        judge(id, deeds.now(Act.EXTEND, answer, null, asked));
    }

    void refuseExtension(UUID id, String answer) {
        judge(id, deeds.now(Act.REFUSE_EXTENSION, answer));
    }

    /** Cancels a task; of an order to several units, whatever is still open. */
    void cancel(UUID id, String reason) {
        var task = get(id);
        rights.toJudge(task);
        var affected = task.several() ? repository.openChildren(id) : List.of(task);
        journal.write(affected.stream().map(Task::id).toList(), deeds.now(Act.CANCEL, reason));
        notices.toDoers(affected, Act.CANCEL);
    }

    private void judge(UUID id, Deed deed) {
        var task = get(id);
        rights.toJudge(task);
        journal.write(id, deed);
        notices.toDoers(List.of(task), deed.act());
    }

    private Task get(UUID id) {
        return repository.find(id).orElseThrow(() -> new NotFound(id));
    }
}
