package org.giaoban.tasks;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.giaoban.audit.AuditEntry;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything the page of one task shows. */
@Service
@Transactional(readOnly = true)
class TaskPages {

    /** What the viewer may do with the task now. */
    enum Turn {
        NONE,
        ACCEPT,
        REPORT,
        CONFIRM
    }

    /** The task with its people named; {@code upward} where the viewer may go to what it comes from. */
    record TaskView(
            TaskLine line,
            Task task,
            Order.Reasons reasons,
            String unit,
            String giver,
            String answerable,
            ExtrasReading.Shown extras,
            boolean doer,
            boolean judge,
            boolean upward,
            Turn turn) {

        /** Days the date was moved by in all. */
        long moved() {
            var terms = task.terms();
            return terms.dueOn() == null || terms.firstDueOn() == null
                    ? 0
                    : ChronoUnit.DAYS.between(terms.firstDueOn(), terms.dueOn());
        }
    }

    /** The story of the task. */
    record Story(
            List<StepRepository.Step> steps,
            List<StepRepository.Extension> extensions,
            StepRepository.@Nullable Extension asked,
            List<EscalationRepository.Raised> raised,
            List<AuditEntry> history) {}

    private final TaskRows rows;
    private final StepRepository steps;
    private final TaskLines lines;
    private final TaskRights rights;
    private final TaskNames names;
    private final ExtrasReading extras;
    private final EscalationRepository escalations;
    private final Deeds deeds;

    TaskPages(
            TaskRows rows,
            StepRepository steps,
            TaskLines lines,
            TaskRights rights,
            TaskNames names,
            ExtrasReading extras,
            EscalationRepository escalations,
            Deeds deeds) {
        this.rows = rows;
        this.steps = steps;
        this.lines = lines;
        this.rights = rights;
        this.names = names;
        this.extras = extras;
        this.escalations = escalations;
        this.deeds = deeds;
    }

    TaskView view(UUID id) {
        var row = rows.find(id).orElseThrow(() -> new NotFound(id));
        var task = row.task();
        rights.toRead(task);
        var today = deeds.today();
        var doer = !task.several() && rights.doer(task);
        var judge = rights.giver(task);
        return new TaskView(
                lines.of(List.of(row), today).getFirst(),
                task,
                row.reasons(),
                names.unit(task.duty().unit(), today),
                names.unit(task.duty().giver(), today),
                names.answerable(task.duty(), today),
                extras.of(task),
                doer,
                judge,
                rights.upward(task),
                turn(task, doer, judge));
    }

    /** Who may be named beside the order; only the giver asks. */
    ExtrasReading.Offered offered(TaskView view) {
        return view.judge() ? extras.offered(view.task().duty().giver()) : ExtrasReading.Offered.NOBODY;
    }

    Story story(UUID id) {
        return new Story(
                steps.of(id), steps.extensions(id), steps.open(id).orElse(null), escalations.of(id), names.history(id));
    }

    private static Turn turn(Task task, boolean doer, boolean judge) {
        if (task.several()) {
            return Turn.NONE;
        }
        return switch (task.state()) {
            case GIVEN -> doer ? Turn.ACCEPT : Turn.NONE;
            case ACCEPTED, RETURNED -> doer ? Turn.REPORT : Turn.NONE;
            case REPORTED -> judge ? Turn.CONFIRM : Turn.NONE;
            case CONFIRMED, CANCELLED -> Turn.NONE;
        };
    }
}
