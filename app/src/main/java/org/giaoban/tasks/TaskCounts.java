package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.TASK;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.CountSource;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Zone;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How many tasks a unit gave in a period, and how many of them were done in time, late, or are overdue. */
@Component
class TaskCounts implements CountSource {

    private static final String GIVEN = "tasks.counted.given";
    private static final String IN_TIME = "tasks.counted.in-time";
    private static final String LATE = "tasks.counted.late";
    private static final String OVERDUE = "tasks.counted.overdue";
    private static final int MOST = 500;

    private final DSLContext db;
    private final Access access;

    TaskCounts(DSLContext db, Access access) {
        this.db = db;
        this.access = access;
    }

    @Override
    public Set<String> counts() {
        return Set.of(GIVEN, IN_TIME, LATE, OVERDUE);
    }

    @Override
    public int count(String name, UnitId unit, Period period) {
        return db.fetchCount(TASK, of(name, unit, period));
    }

    @Override
    public List<Counted> rows(String name, UnitId unit, Period period) {
        if (!access.allows(Capability.TASK_READ, unit)) {
            return List.of();
        }
        return db.select(TASK.ID, TASK.TITLE, TASK.DUE_ON, TASK.GIVEN_AT)
                .from(TASK)
                .where(of(name, unit, period))
                .orderBy(TASK.GIVEN_AT, TASK.ID)
                .limit(MOST)
                .fetch(row -> new Counted(
                        row.value2(),
                        "/tasks/" + row.value1(),
                        Objects.requireNonNullElseGet(row.value3(), () -> LocalDate.ofInstant(row.value4(), Zone.ID))));
    }

    /** One order to many units counts once for each of them, as each is done on its own. */
    private static Condition of(String name, UnitId giver, Period period) {
        var from = start(period.from()).toInstant();
        var until = start(period.until()).toInstant();
        var given = TASK.GIVER_UNIT_ID.eq(giver).and(DSL.not(TASK.SEVERAL));
        var done = given.and(TASK.STATE.eq(TaskState.CONFIRMED.name()))
                .and(TASK.CLOSED_AT.ge(from))
                .and(TASK.CLOSED_AT.lt(until));
        var reportedOn = DSL.field("({0} at time zone {1})::date", LocalDate.class, TASK.REPORTED_AT, Zone.ID.getId());
        return switch (name) {
            case GIVEN ->
                given.and(TASK.STATE.ne(TaskState.CANCELLED.name()))
                        .and(TASK.GIVEN_AT.ge(from))
                        .and(TASK.GIVEN_AT.lt(until));
            case IN_TIME -> done.and(TASK.DUE_ON.isNull().or(reportedOn.le(TASK.DUE_ON)));
            case LATE -> done.and(reportedOn.gt(TASK.DUE_ON));
            case OVERDUE ->
                given.and(TASK.STATE.ne(TaskState.CANCELLED.name()))
                        .and(TASK.GIVEN_AT.lt(until))
                        .and(TASK.DUE_ON.le(period.lastDay()))
                        .and(TASK.CLOSED_AT.isNull().or(TASK.CLOSED_AT.ge(until)));
            default -> throw new NotFound(name);
        };
    }

    private static ZonedDateTime start(LocalDate day) {
        return day.atStartOfDay(Zone.ID);
    }
}
