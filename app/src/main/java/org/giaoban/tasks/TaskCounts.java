package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.TASK;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.CountSource;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.giaoban.platform.Zone;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How many tasks units gave in a period, how many of them were done in time, late, or are overdue, and the share done in time. */
@Component
class TaskCounts implements CountSource {

    private static final int MOST = 500;

    private final DSLContext db;
    private final Access access;

    TaskCounts(DSLContext db, Access access) {
        this.db = db;
        this.access = access;
    }

    @Override
    public Set<String> counts() {
        return CountedTasks.NAMES;
    }

    @Override
    public boolean share(String name) {
        return name.equals(CountedTasks.RATE);
    }

    @Override
    public Map<UnitId, Tally> count(String name, Collection<UnitId> units, Period period) {
        var all = DSL.count();
        var inTime = DSL.count().filterWhere(CountedTasks.of(CountedTasks.IN_TIME, period));
        return db.select(TASK.GIVER_UNIT_ID, all, inTime)
                .from(TASK)
                .where(TASK.GIVER_UNIT_ID.in(units).and(CountedTasks.of(name, period)))
                .groupBy(TASK.GIVER_UNIT_ID)
                .fetchMap(
                        TASK.GIVER_UNIT_ID,
                        row -> share(name) ? new Tally(row.get(inTime), row.get(all)) : Tally.of(row.get(all)));
    }

    @Override
    public List<Counted> rows(String name, UnitId unit, Period period) {
        if (!access.allows(Capability.TASK_READ, unit)) {
            return List.of();
        }
        var as = DSL.when(CountedTasks.of(CountedTasks.IN_TIME, period), CountedTasks.IN_TIME)
                .when(CountedTasks.of(CountedTasks.LATE, period), CountedTasks.LATE)
                .otherwise(CountedTasks.OVERDUE);
        return db.select(TASK.ID, TASK.TITLE, TASK.DUE_ON, TASK.GIVEN_AT, as)
                .from(TASK)
                .where(of(name, unit, period))
                .orderBy(TASK.GIVEN_AT, TASK.ID)
                .limit(MOST)
                .fetch(row -> new Counted(
                        row.value2(),
                        "/tasks/" + row.value1(),
                        Objects.requireNonNullElseGet(row.value3(), () -> LocalDate.ofInstant(row.value4(), Zone.ID)),
                        share(name) ? Texts.text(row.value5()) : null));
    }

    private static Condition of(String name, UnitId giver, Period period) {
        return TASK.GIVER_UNIT_ID.eq(giver).and(CountedTasks.of(name, period));
    }
}
