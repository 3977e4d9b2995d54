package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Tasks as rows: read, locked by their root, written. */
@Repository
class TaskRepository {

    static final Field<TaskState> STATE = TASK.STATE.convert(TaskState.class, TaskState::valueOf, TaskState::name);

    static final SelectField<Task.Duty> DUTY =
            row(TASK.UNIT_ID, TASK.PERSON_ID, TASK.POST, TASK.GIVER_UNIT_ID).mapping(Task.Duty::new);

    static final SelectField<Terms> TERMS =
            row(TASK.MEASURE, TASK.DUE_ON, TASK.FIRST_DUE_ON, TASK.EXTENSIONS).mapping(Terms::new);

    static final SelectField<Task.Progress> PROGRESS = row(
                    STATE,
                    TASK.PERCENT,
                    TASK.LAST_WORD,
                    TASK.GIVEN_AT,
                    TASK.ACCEPTED_AT,
                    TASK.REPORTED_AT,
                    TASK.CLOSED_AT)
            .mapping(Task.Progress::new);

    static final SelectField<Task> A_TASK = row(
                    TASK.ID, TASK.PARENT_ID, TASK.SEVERAL, TASK.TITLE, DUTY, TERMS, PROGRESS)
            .mapping(Task::new);

    static final SelectField<SourceRef> SOURCE = row(
                    TASK.SOURCE_KIND, TASK.SOURCE_ID, TASK.SOURCE_LABEL, TASK.SOURCE_HREF)
            .mapping(SourceRef::new);

    static final SelectField<Order.Reasons> REASONS =
            row(TASK.NO_UNIT, TASK.NO_PERSON, TASK.NO_DATE, TASK.NO_MEASURE).mapping(Order.Reasons::new);

    private final DSLContext db;

    TaskRepository(DSLContext db) {
        this.db = db;
    }

    void insert(List<Task> tasks, SourceRef source, Order.Reasons reasons) {
        db.batch(tasks.stream().map(task -> insertion(task, source, reasons)).toList())
                .execute();
    }

    private Query insertion(Task task, SourceRef source, Order.Reasons reasons) {
        return db.insertInto(TASK)
                .set(TASK.ID, task.id())
                .set(TASK.PARENT_ID, task.parent())
                .set(TASK.SEVERAL, task.several())
                .set(TASK.TITLE, task.title())
                .set(TASK.UNIT_ID, task.duty().unit())
                .set(TASK.PERSON_ID, task.duty().person())
                .set(TASK.POST, task.duty().post())
                .set(TASK.GIVER_UNIT_ID, task.duty().giver())
                .set(TASK.MEASURE, task.terms().measure())
                .set(TASK.DUE_ON, task.terms().dueOn())
                .set(TASK.FIRST_DUE_ON, task.terms().firstDueOn())
                .set(TASK.NO_UNIT, reasons.noUnit())
                .set(TASK.NO_PERSON, reasons.noPerson())
                .set(TASK.NO_DATE, reasons.noDate())
                .set(TASK.NO_MEASURE, reasons.noMeasure())
                .set(TASK.SOURCE_KIND, source.kind())
                .set(TASK.SOURCE_ID, source.id())
                .set(TASK.SOURCE_LABEL, source.label())
                .set(TASK.SOURCE_HREF, source.href())
                .set(STATE, task.state())
                .set(TASK.GIVEN_AT, task.progress().givenAt());
    }

    /** Locks the roots in one order, so that two bulk acts cannot wait for each other, then reads the tasks. */
    List<Task> lock(Collection<UUID> ids) {
        db.select(TASK.ID)
                .from(TASK)
                .where(TASK.ID.in(
                        select(coalesce(TASK.PARENT_ID, TASK.ID)).from(TASK).where(TASK.ID.in(ids))))
                .orderBy(TASK.ID)
                .forUpdate()
                .fetch();
        return all(ids);
    }

    Optional<Task> find(UUID id) {
        return db.select(A_TASK).from(TASK).where(TASK.ID.eq(id)).fetchOptional(Record1::value1);
    }

    List<Task> all(Collection<UUID> ids) {
        return db.select(A_TASK)
                .from(TASK)
                .where(TASK.ID.in(ids))
                .orderBy(TASK.ID)
                .fetch(Record1::value1);
    }

    List<Task> openChildren(UUID parent) {
        return db.select(A_TASK)
                .from(TASK)
                .where(TASK.PARENT_ID.eq(parent))
                .and(STATE.in(TaskState.OPEN))
                .orderBy(TASK.ID)
                .fetch(Record1::value1);
    }

    void update(List<Task> tasks) {
        db.batch(tasks.stream().map(this::update).toList()).execute();
    }

    private Query update(Task task) {
        var progress = task.progress();
        return db.update(TASK)
                .set(STATE, progress.state())
                .set(TASK.PERCENT, progress.percent())
                .set(TASK.LAST_WORD, progress.lastWord())
                .set(TASK.ACCEPTED_AT, progress.acceptedAt())
                .set(TASK.REPORTED_AT, progress.reportedAt())
                .set(TASK.CLOSED_AT, progress.closedAt())
                .set(TASK.DUE_ON, task.terms().dueOn())
                .set(TASK.EXTENSIONS, task.terms().extensions())
                .set(TASK.PERSON_ID, task.duty().person())
                .where(TASK.ID.eq(task.id()));
    }

    /** Closes the parents all of whose children are closed: confirmed when at least one of them was. */
    void settleParents(Collection<Task> children, Instant at) {
        Set<UUID> parents =
                children.stream().map(Task::parent).filter(Objects::nonNull).collect(Collectors.toSet());
        if (parents.isEmpty()) {
            return;
        }
        settle(parents, TaskState.CANCELLED, at, TaskState.CANCELLED);
        settle(parents, TaskState.CONFIRMED, at, TaskState.CANCELLED, TaskState.CONFIRMED);
    }

    private void settle(Set<UUID> parents, TaskState state, Instant at, TaskState... closing) {
        var child = TASK.as("child");
        var childState = child.STATE.convert(TaskState.class, TaskState::valueOf, TaskState::name);
        db.update(TASK)
                .set(STATE, state)
                .set(TASK.CLOSED_AT, at)
                .where(TASK.ID.in(parents))
                .and(TASK.CLOSED_AT.isNull())
                .and(notExists(selectOne()
                        .from(child)
                        .where(child.PARENT_ID.eq(TASK.ID))
                        .and(childState.notIn(closing))))
                .execute();
    }
}
