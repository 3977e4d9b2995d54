package org.giaoban.tasks;

import java.util.List;
import java.util.UUID;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.tasks.Deed.Act;
import org.giaoban.tasks.Extras.Link;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hangs on an order beside its life: who helps and watches, its steps, its links, and remarks of those who help. */
@Service
@Transactional
class TaskExtras {

    private final TaskRepository repository;
    private final ExtrasRepository extras;
    private final CheckListRepository lists;
    private final TaskJournal journal;
    private final TaskRights rights;
    private final TaskNotices notices;
    private final ExtrasReading reading;
    private final StepFinding said;
    private final Indicators indicators;
    private final Deeds deeds;

    TaskExtras(
            TaskRepository repository,
            ExtrasRepository extras,
            CheckListRepository lists,
            TaskJournal journal,
            TaskRights rights,
            TaskNotices notices,
            ExtrasReading reading,
            StepFinding said,
            Indicators indicators,
            Deeds deeds) {
        this.repository = repository;
        this.extras = extras;
        this.lists = lists;
        this.journal = journal;
        this.rights = rights;
        this.notices = notices;
        this.reading = reading;
        this.said = said;
        this.indicators = indicators;
        this.deeds = deeds;
    }

    void add(UUID id, @Nullable UnitId helping, @Nullable PersonId supervising) {
        var task = judged(id);
        var offered = reading.offered(task.duty().giver());
        if ((helping != null && !offered.units().containsKey(helping.toString()))
                || (supervising != null && !offered.leaders().containsKey(supervising.toString()))) {
            throw new Refused("tasks.refused.beside");
        }
        var more = new Extras(
                null,
                null,
                helping == null ? List.of() : List.of(helping),
                supervising == null ? List.of() : List.of(supervising),
                List.of(),
                List.of());
        extras.insert(task.root(), more);
        repository.find(task.root()).ifPresent(root -> notices.involved(root, more));
    }

    void remove(UUID id, UUID role) {
        extras.remove(judged(id).root(), role);
    }

    void link(UUID id, LinkKind kind, String code, String title) {
        var task = judged(id);
        var named = kind == LinkKind.DIRECTIVE
                ? title
                : indicators
                        .byCode(code, deeds.today())
                        .map(org.giaoban.indicators.Indicator::name)
                        .orElseThrow(() -> new Refused("tasks.refused.indicator", code));
        extras.insert(
                task.root(),
                new Extras(null, null, List.of(), List.of(), List.of(), List.of(new Link(kind, code, named))));
    }

    void unlink(UUID id, LinkKind kind, String code) {
        extras.unlink(judged(id).root(), kind, code);
    }

    /** Adds a step; the same form sent twice adds it once. */
    void addStep(UUID id, UUID step, String text) {
        var task = worked(id);
        if (lists.of(task.id()).size() >= CheckItem.MOST) {
            throw new Refused("tasks.refused.checklist", CheckItem.MOST);
        }
        lists.add(step, task.id(), text);
    }

    void tick(UUID id, UUID step, boolean done) {
        var task = worked(id);
        var deed = deeds.now(Act.NOTE, null);
        lists.tick(task.id(), step, done ? deed.at() : null, done ? deed.by().name() : null);
    }

    void removeStep(UUID id, UUID step) {
        lists.remove(worked(id).id(), step);
    }

    /** A remark of anybody who may read the order: helpers and leaders speak here. */
    void note(UUID id, String text) {
        var task = repository.find(id).orElseThrow(() -> new NotFound(id));
        rights.toRead(task);
        repository.lock(List.of(id));
        var deed = deeds.now(Act.NOTE, text);
        if (!said.justNow(id, deed)) {
            journal.write(id, deed);
        }
    }

    private Task judged(UUID id) {
        var task = repository.find(id).orElseThrow(() -> new NotFound(id));
        rights.toJudge(task);
        return task;
    }

    /** The steps are the business of the unit and of whoever gave the order, while it is open. */
    private Task worked(UUID id) {
        var task = repository.find(id).orElseThrow(() -> new NotFound(id));
        if (!rights.doer(task) && !rights.giver(task)) {
            throw new NotFound(id);
        }
        if (task.several() || task.state().closed()) {
            throw new Refused("tasks.refused.state", task.title(), TaskWords.state(task.state()));
        }
        return task;
    }
}
