package org.giaoban.tasks;

import static org.giaoban.tasks.TaskRepository.A_TASK;
import static org.giaoban.tasks.TaskRepository.REASONS;
import static org.giaoban.tasks.TaskRepository.SOURCE;
import static org.giaoban.tasks.TaskRepository.STATE;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Tasks with their source as other modules and reminders ask for them: always bounded, always sorted. */
@Repository
class TaskRows {

    /** A task with what it comes from. */
    record Row(Task task, SourceRef source, Order.Reasons reasons) {}

    static final SelectField<Row> A_ROW = row(A_TASK, SOURCE, REASONS).mapping(Row::new);
    static final Field<LocalDate> SORT = coalesce(TASK.DUE_ON, inline(TaskFilter.Cursor.NEVER));

    private final DSLContext db;

    TaskRows(DSLContext db) {
        this.db = db;
    }

    Optional<Row> find(UUID id) {
        return db.select(A_ROW).from(TASK).where(TASK.ID.eq(id)).fetchOptional(Record1::value1);
    }

    /** The newest order with these words. */
    Optional<UUID> titled(String title) {
        return db.select(TASK.ID)
                .from(TASK)
                .where(TASK.TITLE.eq(title))
                .and(TASK.PARENT_ID.isNull())
                .orderBy(TASK.GIVEN_AT.desc())
                .limit(1)
                .fetchOptional(TASK.ID);
    }

    List<Row> all(Collection<UUID> ids) {
        return db.select(A_ROW)
                .from(TASK)
                .where(TASK.ID.in(ids))
                .orderBy(TASK.ID)
                .fetch(Record1::value1);
    }

    List<Row> of(String sourceKind, Collection<UUID> sources) {
        return db.select(A_ROW)
                .from(TASK)
                .where(TASK.SOURCE_KIND.eq(sourceKind))
                .and(TASK.SOURCE_ID.in(sources))
                .and(TASK.PARENT_ID.isNull())
                .orderBy(TASK.GIVEN_AT.desc(), TASK.ID)
                .limit(500)
                .fetch(Record1::value1);
    }

    List<Row> unfinished(UnitId giver) {
        return db.select(A_ROW)
                .from(TASK)
                .where(TASK.GIVER_UNIT_ID.eq(giver))
                .and(TASK.PARENT_ID.isNull())
                .and(STATE.in(TaskState.OPEN))
                .orderBy(SORT, TASK.ID)
                .limit(200)
                .fetch(Record1::value1);
    }

    /** The newest orders of a unit, closed ones too. */
    List<Row> given(UnitId giver, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(TASK.GIVER_UNIT_ID.eq(giver))
                .and(TASK.PARENT_ID.isNull())
                .orderBy(TASK.GIVEN_AT.desc(), TASK.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** The children of several parents in one statement, in the order they were named. */
    List<Task> children(Collection<UUID> parents) {
        return db.select(A_TASK)
                .from(TASK)
                .where(TASK.PARENT_ID.in(parents))
                .orderBy(TASK.ID)
                .limit(20_000)
                .fetch(Record1::value1);
    }

    /** Tasks whose unit still has to act and that are due on or before a day. */
    List<Row> owedBy(LocalDate until, int limit) {
        return db.select(A_ROW)
                .from(TASK)
                .where(TASK.SEVERAL.isFalse())
                .and(STATE.in(TaskState.GIVEN, TaskState.ACCEPTED, TaskState.RETURNED))
                .and(TASK.DUE_ON.le(until))
                .orderBy(SORT, TASK.ID)
                .limit(limit)
                .fetch(Record1::value1);
    }
}
