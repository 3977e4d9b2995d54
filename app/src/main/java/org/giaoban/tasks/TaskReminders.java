package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.PersonId;
import org.giaoban.notification.Recipient;
import org.giaoban.notification.Reminder;
import org.giaoban.notification.ReminderSource;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each day's list for those who answer for tasks that fall due within three days or are late. */
@Service
@Transactional(readOnly = true)
class TaskReminders implements ReminderSource {

    private static final int MOST = 10_000;

    private final TaskRows rows;
    private final Doers doers;

    TaskReminders(TaskRows rows, Doers doers) {
        this.rows = rows;
        this.doers = doers;
    }

    @Override
    public List<Reminder> due(LocalDate day) {
        var tasks = rows.owedBy(day.plusDays(Terms.SOON), MOST).stream()
                .map(TaskRows.Row::task)
                .toList();
        var people = doers.of(tasks, day);
        return tasks.stream()
                .flatMap(task ->
                        Optional.ofNullable(people.get(task.id())).stream().map(person -> reminder(task, person, day)))
                .toList();
    }

    private static Reminder reminder(Task task, PersonId person, LocalDate day) {
        var due = task.terms().dueOn() == null ? day : task.terms().dueOn();
        var late = TaskLines.daysLate(task, day);
        return new Reminder(
                new Recipient.Person(person),
                late > 0 ? "tasks.remind.late" : "tasks.remind.soon",
                List.of(task.title(), Formats.date(due), String.valueOf(late)),
                "/tasks/" + task.id(),
                due);
    }
}
