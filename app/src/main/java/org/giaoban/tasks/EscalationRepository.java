package org.giaoban.tasks;

import static org.giaoban.tasks.TaskRows.A_ROW;
import static org.giaoban.tasks.TaskRows.SORT;
import static org.giaoban.tasks.db.Tables.ESCALATION;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.tasks.EscalationRules.Rung;
import org.giaoban.tasks.TaskRows.Row;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** Overdue work that was laid before leaders. */
@Repository
class EscalationRepository {

    /** Before whom one task was laid, and when. */
    record Raised(Rung rung, String title, Instant at, LocalDate dueOn) {}

    private final DSLContext db;

    EscalationRepository(DSLContext db) {
        this.db = db;
    }

    /** Work that is owed, was due on that day or before, and was not laid on this rung for its present date. */
    List<Row> ripe(Rung rung, LocalDate until, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(TASK.SEVERAL.isFalse())
                .and(TaskConditions.owed())
                .and(TASK.DUE_ON.le(until))
                .and(notExists(selectOne()
                        .from(ESCALATION)
                        .where(ESCALATION.TASK_ID.eq(TASK.ID))
                        .and(ESCALATION.DUE_ON.eq(TASK.DUE_ON))
                        .and(ESCALATION.RUNG.eq(rung.name()))))
                .orderBy(SORT, TASK.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** Lays a task before a leader; false when that was done before. */
    boolean raise(Task task, PersonId leader, Raised raised) {
        return db.insertInto(ESCALATION)
                        .set(ESCALATION.ID, Uuid7.next())
                        .set(ESCALATION.TASK_ID, task.id())
                        .set(ESCALATION.DUE_ON, raised.dueOn())
                        .set(ESCALATION.RUNG, raised.rung().name())
                        .set(ESCALATION.PERSON_ID, leader)
                        .set(ESCALATION.TITLE, raised.title())
                        .set(ESCALATION.AT, raised.at())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    List<Raised> of(UUID task) {
        return db.select(
                        ESCALATION.RUNG.convert(Rung.class, Rung::valueOf, Rung::name),
                        ESCALATION.TITLE,
                        ESCALATION.AT,
                        ESCALATION.DUE_ON)
                .from(ESCALATION)
                .where(ESCALATION.TASK_ID.eq(task))
                .orderBy(ESCALATION.AT.desc(), ESCALATION.ID.desc())
                .limit(20)
                .fetch(Records.mapping(Raised::new));
    }

    /** Work laid before a person that is still owed and overdue by the date it was laid for. */
    static Condition before(PersonId person) {
        return TASK.SEVERAL
                .isFalse()
                .and(TaskConditions.owed())
                .and(exists(selectOne()
                        .from(ESCALATION)
                        .where(ESCALATION.TASK_ID.eq(TASK.ID))
                        .and(ESCALATION.DUE_ON.eq(TASK.DUE_ON))
                        .and(ESCALATION.PERSON_ID.eq(person))));
    }
}
