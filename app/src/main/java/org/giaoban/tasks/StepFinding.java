package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.EXTENSION;
import static org.giaoban.tasks.db.Tables.STEP;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.giaoban.platform.Zone;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which of many tasks were asked about or reminded. */
@Repository
class StepFinding {

    private static final Duration MOMENT = Duration.ofMinutes(1);

    private final DSLContext db;

    StepFinding(DSLContext db) {
        this.db = db;
    }

    /** Those with a request for more time that nobody has answered. */
    List<UUID> withOpenRequest(Collection<UUID> tasks) {
        return db.select(EXTENSION.TASK_ID)
                .from(EXTENSION)
                .where(EXTENSION.TASK_ID.in(tasks))
                .and(EXTENSION.DECIDED_AT.isNull())
                .fetch(EXTENSION.TASK_ID);
    }

    /** Whether the same person said the same a moment ago: a second click, not a second word. */
    boolean justNow(UUID task, Deed deed) {
        return db.fetchExists(
                STEP,
                STEP.TASK_ID
                        .eq(task)
                        .and(STEP.ACT.eq(deed.act().name()))
                        .and(STEP.ACCOUNT_ID.eq(deed.by().account()))
                        .and(STEP.TEXT.isNotDistinctFrom(deed.text()))
                        .and(STEP.PERCENT.isNotDistinctFrom(deed.percent()))
                        .and(STEP.AT.gt(deed.at().minus(MOMENT))));
    }

    /** Those of which somebody was reminded on that day or later. */
    List<UUID> remindedSince(Collection<UUID> tasks, LocalDate day) {
        return db.selectDistinct(STEP.TASK_ID)
                .from(STEP)
                .where(STEP.TASK_ID.in(tasks))
                .and(STEP.ACT.eq(Deed.Act.REMIND.name()))
                .and(STEP.AT.ge(day.atStartOfDay(Zone.ID).toInstant()))
                .fetch(STEP.TASK_ID);
    }
}
