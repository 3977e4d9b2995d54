package org.giaoban.tasks;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.organization.Mandate;
import org.giaoban.organization.Mandates;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.Deed.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One act for many tasks: shows first which it would be refused for and why, then does it for the others. */
@Service
@Transactional
class BulkWork {

    private static final int MOST_PEOPLE = 500;

    private final TaskRepository repository;
    private final TaskRows rows;
    private final TaskLines lines;
    private final TaskJournal journal;
    private final StepFinding steps;
    private final TaskRights rights;
    private final TaskNotices notices;
    private final Mandates mandates;
    private final TaskNames names;
    private final Deeds deeds;

    BulkWork(
            TaskRepository repository,
            TaskRows rows,
            TaskLines lines,
            TaskJournal journal,
            StepFinding steps,
            TaskRights rights,
            TaskNotices notices,
            Mandates mandates,
            TaskNames names,
            Deeds deeds) {
        this.repository = repository;
        this.rows = rows;
        this.lines = lines;
        this.journal = journal;
        this.steps = steps;
        this.rights = rights;
        this.notices = notices;
        this.mandates = mandates;
        this.names = names;
        this.deeds = deeds;
    }

    /** A chosen task, and why the act would be refused for it; null when it would be done. */
    record Verdict(TaskLine line, @Nullable String refusal) {}

    /** What would be done and what not. */
    record Preview(List<Verdict> verdicts, Map<String, String> people) {

        long doable() {
            return verdicts.stream().filter(one -> one.refusal() == null).count();
        }
    }

    @Transactional(readOnly = true)
    Preview preview(Bulk bulk) {
        var parts = readable(bulk.tasks());
        var judged = judge(parts, bulk);
        var shown = lines.of(rows.all(parts.stream().map(Task::id).toList()), deeds.today()).stream()
                .collect(Collectors.toMap(line -> line.id().value(), Function.identity()));
        var verdicts = parts.stream()
                .map(task -> new Verdict(Objects.requireNonNull(shown.get(task.id())), judged.get(task)))
                .toList();
        return new Preview(verdicts, bulk.asksPerson() ? people(parts) : Map.of());
    }

    /** Does it for all tasks it is not refused for; gives how many those were. */
    int carryOut(Bulk bulk) {
        var chosen = readable(bulk.tasks()).stream().map(Task::id).toList();
        var parts = chosen.isEmpty() ? List.<Task>of() : repository.lock(chosen);
        var judged = judge(parts, bulk);
        var going = parts.stream().filter(task -> judged.get(task) == null).toList();
        if (!going.isEmpty()) {
            act(going, bulk);
        }
        return going.size();
    }

    /** The chosen tasks the viewer may read; an order to several units with all its open parts. */
    private List<Task> readable(Collection<UUID> ids) {
        var chosen = ids.stream().distinct().limit(Bulk.MOST).toList();
        var wholes = repository.all(chosen);
        var parents = wholes.stream().filter(Task::several).map(Task::id).toList();
        var parts = new LinkedHashMap<UUID, Task>();
        wholes.stream().filter(task -> !task.several()).forEach(task -> parts.put(task.id(), task));
        if (!parents.isEmpty()) {
            rows.children(parents).stream()
                    .filter(task -> !task.state().closed())
                    .forEach(task -> parts.put(task.id(), task));
        }
        return parts.values().stream()
                .filter(rights::mayRead)
                .limit(Bulk.MOST_PARTS)
                .toList();
    }

    private Map<Task, @Nullable String> judge(List<Task> parts, Bulk bulk) {
        var ids = parts.stream().map(Task::id).toList();
        var asked = bulk.what() == Bulk.What.EXTEND ? steps.withOpenRequest(ids) : List.<UUID>of();
        var reminded = bulk.what() == Bulk.What.REMIND ? steps.remindedSince(ids, deeds.today()) : List.<UUID>of();
        var posts = bulk.person() == null ? List.<Mandate>of() : mandates.of(bulk.person(), deeds.today());
        var judged = new LinkedHashMap<Task, @Nullable String>();
        for (var task : parts) {
            var refusal = refusal(task, bulk);
            if (refusal == null && asked.contains(task.id())) {
                refusal = "asked";
            }
            if (refusal == null && reminded.contains(task.id())) {
                refusal = "reminded";
            }
            if (refusal == null && bulk.asksPerson() && bulk.person() != null && !holds(posts, task)) {
                refusal = "not-there";
            }
            judged.put(task, refusal == null ? null : Texts.text("tasks.bulk.refused." + refusal));
        }
        return judged;
    }

    private static boolean holds(List<Mandate> posts, Task task) {
        return posts.stream().anyMatch(post -> post.unit().equals(task.duty().unit()));
    }

    private @Nullable String refusal(Task task, Bulk bulk) {
        if (!rights.giver(task) && !(bulk.asksPerson() && rights.doer(task))) {
            return "not-giver";
        }
        return switch (bulk.what()) {
            case CONFIRM -> task.state() == TaskState.REPORTED ? null : "not-reported";
            case CLOSE -> task.state().closed() ? "closed" : null;
            case REMIND, HAND_OVER -> notOwed(task);
            case EXTEND -> notOwed(task) == null ? notLater(task, bulk) : notOwed(task);
        };
    }

    private static @Nullable String notOwed(Task task) {
        if (task.state().closed()) {
            return "closed";
        }
        return task.state().owed() ? null : "reported";
    }

    private static @Nullable String notLater(Task task, Bulk bulk) {
        var due = task.terms().dueOn();
        if (due == null) {
            return "undated";
        }
        return bulk.until() == null || bulk.until().isAfter(due) ? null : "not-later";
    }

    private void act(List<Task> going, Bulk bulk) {
        var ids = going.stream().map(Task::id).toList();
        var act = Act.valueOf(
                switch (bulk.what()) {
                    case CONFIRM -> "CONFIRM";
                    case EXTEND -> "PROLONG";
                    case HAND_OVER -> "REASSIGN";
                    case REMIND -> "REMIND";
                    case CLOSE -> "CANCEL";
                });
        if (act == Act.REASSIGN) {
            var person = Objects.requireNonNull(bulk.person());
            journal.reassign(ids, person, deeds.now(act, name(person)));
            notices.toDoers(going.stream().map(task -> task.of(person)).toList(), act);
        } else {
            journal.write(ids, deeds.now(act, bulk.reason(), null, bulk.until()));
            notices.toDoers(going, act);
        }
    }

    private String name(PersonId person) {
        return names.people(List.of(person)).getOrDefault(person, "");
    }

    /** Those who hold a post in one of the units. */
    private Map<String, String> people(List<Task> parts) {
        var units = parts.stream()
                .map(task -> task.duty().unit())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return names.titled(
                mandates.in(units, deeds.today()).stream().limit(MOST_PEOPLE).toList());
    }
}
