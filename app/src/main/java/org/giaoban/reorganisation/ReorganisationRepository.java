package org.giaoban.reorganisation;

import static org.giaoban.reorganisation.db.Tables.CHOICE;
import static org.giaoban.reorganisation.db.Tables.EVENT;
import static org.giaoban.reorganisation.db.Tables.PLAN;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectCount;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Plans as rows; their events lie in {@link EventRepository}. */
@Repository
class ReorganisationRepository {

    private static final SelectField<Terms> TERMS =
            row(PLAN.TITLE, PLAN.DAY, PLAN.DOCUMENT, PLAN.NOTE).mapping(Terms::new);

    private static final SelectField<Plan.Marks> MARKS = row(
                    PLAN.CREATED_AT,
                    PLAN.CREATED_BY,
                    PLAN.EXECUTED_AT,
                    PLAN.EXECUTED_BY,
                    PLAN.UNDO_UNTIL,
                    PLAN.UNDONE_AT,
                    PLAN.UNDONE_BY)
            .mapping(Plan.Marks::new);

    private final DSLContext db;
    private final EventRepository events;

    ReorganisationRepository(DSLContext db, EventRepository events) {
        this.db = db;
        this.events = events;
    }

    void insert(PlanId id, Terms terms, Viewer by, Instant at) {
        db.insertInto(PLAN)
                .set(PLAN.ID, id.value())
                .set(PLAN.TITLE, terms.title())
                .set(PLAN.DAY, terms.day())
                .set(PLAN.DOCUMENT, terms.document())
                .set(PLAN.NOTE, terms.note())
                .set(PLAN.STATE, PlanState.DRAFT.name())
                .set(PLAN.CREATED_AT, at)
                .set(PLAN.CREATOR_ACCOUNT_ID, by.account())
                .set(PLAN.CREATED_BY, by.name())
                .execute();
    }

    Optional<Plan> find(PlanId id) {
        return one(id, false);
    }

    /** Holds the plan until the end of the transaction. */
    Optional<Plan> lock(PlanId id) {
        return one(id, true);
    }

    private Optional<Plan> one(PlanId id, boolean locked) {
        var query = db.select(PLAN.STATE, PLAN.VERSION, TERMS, MARKS).from(PLAN).where(PLAN.ID.eq(id.value()));
        var found = locked ? query.forUpdate().fetchOptional() : query.fetchOptional();
        return found.map(row -> new Plan(
                id,
                row.value3(),
                PlanState.valueOf(row.value1()),
                row.value2(),
                events.of(id),
                choices(id),
                row.value4()));
    }

    private Map<String, String> choices(PlanId id) {
        return db.select(CHOICE.CONFLICT, CHOICE.VALUE)
                .from(CHOICE)
                .where(CHOICE.PLAN_ID.eq(id.value()))
                .fetchMap(CHOICE.CONFLICT, CHOICE.VALUE);
    }

    List<PlanLine> page(@Nullable PlanState state, @Nullable UUID after, int limit) {
        Condition which = state == null ? noCondition() : PLAN.STATE.eq(state.name());
        if (after != null) {
            which = which.and(PLAN.ID.lt(after));
        }
        var events = field(selectCount().from(EVENT).where(EVENT.PLAN_ID.eq(PLAN.ID)));
        return db.select(PLAN.ID, PLAN.TITLE, PLAN.DAY, PLAN.DOCUMENT, PLAN.STATE, events)
                .from(PLAN)
                .where(which)
                .orderBy(PLAN.ID.desc())
                .limit(limit)
                .fetch(ReorganisationRepository::line);
    }

    private static PlanLine line(Record row) {
        return new PlanLine(
                new PlanId(row.get(PLAN.ID)),
                row.get(PLAN.TITLE),
                row.get(PLAN.DAY),
                row.get(PLAN.DOCUMENT),
                PlanState.valueOf(row.get(PLAN.STATE)),
                row.get(5, int.class));
    }

    void revise(PlanId id, Terms terms) {
        db.update(PLAN)
                .set(PLAN.TITLE, terms.title())
                .set(PLAN.DAY, terms.day())
                .set(PLAN.DOCUMENT, terms.document())
                .set(PLAN.NOTE, terms.note())
                .where(PLAN.ID.eq(id.value()))
                .execute();
    }

    /** Whoever shows an older version learns that the plan has moved on. */
    void counted(PlanId id) {
        db.update(PLAN)
                .set(PLAN.VERSION, PLAN.VERSION.plus(1))
                .where(PLAN.ID.eq(id.value()))
                .execute();
    }

    void choose(PlanId id, String conflict, String value) {
        db.insertInto(CHOICE, CHOICE.PLAN_ID, CHOICE.CONFLICT, CHOICE.VALUE)
                .values(id.value(), conflict, value)
                .onConflict(CHOICE.PLAN_ID, CHOICE.CONFLICT)
                .doUpdate()
                .set(CHOICE.VALUE, value)
                .execute();
    }

    void discard(PlanId id) {
        db.update(PLAN)
                .set(PLAN.STATE, PlanState.DISCARDED.name())
                .where(PLAN.ID.eq(id.value()))
                .execute();
    }

    void executed(PlanId id, Viewer by, Instant at, LocalDate undoUntil) {
        db.update(PLAN)
                .set(PLAN.STATE, PlanState.EXECUTED.name())
                .set(PLAN.EXECUTED_AT, at)
                .set(PLAN.EXECUTOR_ACCOUNT_ID, by.account())
                .set(PLAN.EXECUTED_BY, by.name())
                .set(PLAN.UNDO_UNTIL, undoUntil)
                .where(PLAN.ID.eq(id.value()))
                .execute();
    }

    void undone(PlanId id, Viewer by, Instant at) {
        db.update(PLAN)
                .set(PLAN.STATE, PlanState.UNDONE.name())
                .set(PLAN.UNDONE_AT, at)
                .set(PLAN.UNDOER_ACCOUNT_ID, by.account())
                .set(PLAN.UNDONE_BY, by.name())
                .where(PLAN.ID.eq(id.value()))
                .execute();
    }

    /** For how many days a plan executed on that day may be undone. */
    int undoDays(LocalDate day) {
        return db.fetchOptional(
                        "select days from reorganisation.undo_rule where valid @> {0}::date",
                        org.jooq.impl.DSL.val(day))
                .map(row -> row.get(0, int.class))
                .orElse(0);
    }
}
