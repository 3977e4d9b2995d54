package org.giaoban.operations;

import static org.giaoban.platform.db.Tables.SCHEDULED_TASKS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.giaoban.platform.Formats;
import org.giaoban.platform.PartState;
import org.giaoban.platform.PartState.Line;
import org.giaoban.platform.StateSource;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The jobs that come round by themselves: whether each did what it was to do, and when it does it again. */
@Component
@Order(30)
class JobsPart implements StateSource {

    private static final int MOST = 50;
    private static final int MANY_FAILURES = 3;
    private static final Duration LATE = Duration.ofMinutes(10);

    private final DSLContext db;

    JobsPart(DSLContext db) {
        this.db = db;
    }

    /** One job as the database knows it. */
    record Job(String name, boolean running, @Nullable Instant lastSuccess, int failures, Instant next) {}

    @Override
    public String part() {
        return "jobs";
    }

    @Override
    public PartState state() {
        // Jobs are timed by the machine, not by a story's clock.
        var now = Clock.systemUTC().instant();
        var jobs = db.selectFrom(SCHEDULED_TASKS)
                .orderBy(SCHEDULED_TASKS.TASK_NAME)
                .limit(MOST)
                .fetch(JobsPart::job);
        return new PartState(
                Texts.text("operations.jobs"),
                "refresh",
                jobs.stream().map(job -> line(job, now)).toList());
    }

    private static Job job(Record row) {
        var failures = row.get(SCHEDULED_TASKS.CONSECUTIVE_FAILURES);
        return new Job(
                row.get(SCHEDULED_TASKS.TASK_NAME),
                row.get(SCHEDULED_TASKS.PICKED),
                row.get(SCHEDULED_TASKS.LAST_SUCCESS),
                failures == null ? 0 : failures,
                row.get(SCHEDULED_TASKS.EXECUTION_TIME));
    }

    static Line line(Job job, Instant now) {
        var name = name(job.name());
        var last = job.lastSuccess() == null
                ? Texts.text("operations.jobs.never")
                : Texts.text("operations.jobs.last", Formats.dateTime(job.lastSuccess()));
        var value = job.running()
                ? Texts.text("operations.jobs.running", last)
                : Texts.text("operations.jobs.next", last, Formats.dateTime(job.next()));
        if (job.failures() >= MANY_FAILURES) {
            return Line.fault(name, value, Texts.text("operations.jobs.failed", job.failures()));
        }
        if (job.failures() > 0) {
            return Line.notice(name, value, Texts.text("operations.jobs.failed", job.failures()));
        }
        return !job.running() && job.next().isBefore(now.minus(LATE))
                ? Line.notice(name, value, Texts.text("operations.jobs.late"))
                : Line.fine(name, value);
    }

    /** Jobs without a name of their own are called as programs call them. */
    private static String name(String job) {
        var key = "operations.job." + job;
        return Texts.has(key) ? Texts.text(key) : job;
    }
}
