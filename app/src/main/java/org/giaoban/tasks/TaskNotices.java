package org.giaoban.tasks;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.giaoban.kernel.PersonId;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.platform.Formats;
import org.giaoban.tasks.Deed.Act;
import org.springframework.stereotype.Component;

/** Tells people that something about a task now waits for them. */
@Component
class TaskNotices {

    private final Notices notices;
    private final StepRepository steps;
    private final Doers doers;
    private final Deeds deeds;

    TaskNotices(Notices notices, StepRepository steps, Doers doers, Deeds deeds) {
        this.notices = notices;
        this.steps = steps;
        this.doers = doers;
        this.deeds = deeds;
    }

    void given(List<Task> tasks, SourceRef source) {
        var people = doers.of(tasks, deeds.today());
        notices.sendAll(tasks.stream()
                .flatMap(task ->
                        Optional.ofNullable(people.get(task.id())).stream().map(person -> given(task, source, person)))
                .toList());
    }

    /** Tells the leaders who are to watch over an order and the heads of the units that are to help. */
    void involved(Task root, Extras extras) {
        var helpers = doers.heads(extras.helping(), deeds.today()).stream()
                .map(person -> involved(root, "tasks.notice.helping", person));
        var supervisors =
                extras.supervising().stream().map(person -> involved(root, "tasks.notice.supervising", person));
        notices.sendAll(Stream.concat(helpers, supervisors).toList());
    }

    private static Notice involved(Task root, String key, PersonId person) {
        return Notice.to(person, key, List.of(root.title()), href(root.id()), null, key + ":" + root.id());
    }

    private static Notice given(Task task, SourceRef source, PersonId person) {
        var due = task.terms().dueOn();
        return Notice.to(
                person,
                due == null ? "tasks.notice.given-undated" : "tasks.notice.given",
                List.of(task.title(), source.label(), Formats.date(due)),
                href(task.id()),
                task.duty().unit(),
                "task-given:" + task.id());
    }

    /** Tells those who answer for the tasks what the giver decided. */
    void toDoers(Collection<Task> tasks, Act act) {
        var people = doers.of(tasks, deeds.today());
        var moment = deeds.now(act, null).at();
        notices.sendAll(tasks.stream()
                .flatMap(task -> Optional.ofNullable(people.get(task.id())).stream()
                        .map(person -> Notice.to(
                                person,
                                "tasks.notice." + act.code(),
                                List.of(task.title()),
                                href(task.id()),
                                task.duty().unit(),
                                act.code() + ":" + task.id() + ":" + moment)))
                .toList());
    }

    /** Tells whoever entered the order what its unit did. */
    void toGiver(Task task, Act act) {
        var deed = deeds.now(act, null);
        var unit = doers.unitName(task, deeds.today());
        steps.assigner(task.id())
                .ifPresent(account -> notices.send(Notice.to(
                        account,
                        "tasks.notice." + act.code(),
                        List.of(task.title(), unit),
                        href(task.id()),
                        task.duty().giver(),
                        act.code() + ":" + task.id() + ":" + deed.at())));
    }

    private static String href(UUID task) {
        return "/tasks/" + task;
    }
}
