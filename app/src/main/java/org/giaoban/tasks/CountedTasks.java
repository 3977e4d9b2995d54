package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.TASK;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import org.giaoban.kernel.Period;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.db.tables.Task;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which tasks a number of a period counts: the same rule for figures, rates, and the list behind them. */
final class CountedTasks {

    static final String GIVEN = "tasks.counted.given";
    static final String IN_TIME = "tasks.counted.in-time";
    static final String LATE = "tasks.counted.late";
    static final String OVERDUE = "tasks.counted.overdue";

    /** All whose time came: done in time, done late, overdue. */
    static final String RATE = "tasks.counted.rate";

    static final Set<String> NAMES = Set.of(GIVEN, IN_TIME, LATE, OVERDUE, RATE);

    private CountedTasks() {}

    /** One order to many units counts once for each of them, as each is done on its own. */
    static Condition of(String name, Period period) {
        return of(TASK, name, period);
    }

    static Condition of(Task task, String name, Period period) {
        var from = start(period.from()).toInstant();
        var until = start(period.until()).toInstant();
        var part = task.SEVERAL.isFalse();
        var done = part.and(task.STATE.eq(TaskState.CONFIRMED.name()))
                .and(task.CLOSED_AT.ge(from))
                .and(task.CLOSED_AT.lt(until));
        var kept = part.and(task.STATE.ne(TaskState.CANCELLED.name()));
        var reportedOn = DSL.field("({0} at time zone {1})::date", LocalDate.class, task.REPORTED_AT, Zone.ID.getId());
        return switch (name) {
            case GIVEN -> kept.and(task.GIVEN_AT.ge(from)).and(task.GIVEN_AT.lt(until));
            case IN_TIME -> done.and(task.DUE_ON.isNull().or(reportedOn.le(task.DUE_ON)));
            case LATE -> done.and(reportedOn.gt(task.DUE_ON));
            case OVERDUE ->
                kept.and(task.GIVEN_AT.lt(until))
                        .and(task.DUE_ON.le(period.lastDay()))
                        .and(task.CLOSED_AT.isNull().or(task.CLOSED_AT.ge(until)));
            case RATE -> of(task, IN_TIME, period).or(of(task, LATE, period)).or(of(task, OVERDUE, period));
            default -> throw new NotFound(name);
        };
    }

    private static ZonedDateTime start(LocalDate day) {
        return day.atStartOfDay(Zone.ID);
    }
}
