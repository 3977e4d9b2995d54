package org.giaoban.tasks;

import static org.giaoban.tasks.TaskRepository.DUTY;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.count;

import java.util.List;
import org.giaoban.kernel.Period;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** How many tasks whoever answers for them did in time, late or not yet, counted by the rule of the figures. */
@Repository
class RateRepository {

    private static final int MOST = 5_000;

    /** The numbers of one unit and the person or post that answers there. */
    record Numbers(Task.Duty duty, int given, int inTime, int late, int overdue, int extended) {}

    private final DSLContext db;

    RateRepository(DSLContext db) {
        this.db = db;
    }

    List<Numbers> of(TaskListing.Sight sight, Period period) {
        return db.select(
                        DUTY,
                        counted(CountedTasks.GIVEN, period),
                        counted(CountedTasks.IN_TIME, period),
                        counted(CountedTasks.LATE, period),
                        counted(CountedTasks.OVERDUE, period),
                        count().filterWhere(CountedTasks.of(CountedTasks.IN_TIME, period)
                                .and(TASK.EXTENSIONS.gt(0))))
                .from(TASK)
                .where(TaskConditions.parts(sight))
                .groupBy(TASK.UNIT_ID, TASK.PERSON_ID, TASK.POST, TASK.GIVER_UNIT_ID)
                .limit(MOST)
                .fetch(Records.mapping(Numbers::new));
    }

    private static Field<Integer> counted(String name, Period period) {
        return count().filterWhere(CountedTasks.of(name, period));
    }
}
