package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.TASK;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.CountSource;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Zone;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How many tasks a unit gave in a period, and how many of them were done in time, late, or are overdue. */
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

    private static Condition of(String name, UnitId giver, Period period) {
        return TASK.GIVER_UNIT_ID.eq(giver).and(CountedTasks.of(name, period));
    }
}
