package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.UNIT_RETURN;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.FixedStatements;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

@Repository
class ReturnRepository {

    private static final List<Field<?>> COLUMNS = List.of(
            UNIT_RETURN.CELL_ID,
            UNIT_RETURN.ID,
            UNIT_RETURN.UNIT_ID,
            UNIT_RETURN.FORM,
            UNIT_RETURN.PERIOD,
            UNIT_RETURN.DUE_ON,
            UNIT_RETURN.STATE,
            UNIT_RETURN.VERSION,
            UNIT_RETURN.FIRST_SUBMITTED_AT,
            UNIT_RETURN.SUBMITTED_AT,
            UNIT_RETURN.SUBMITTER_ACCOUNT_ID,
            UNIT_RETURN.DECIDED_AT,
            UNIT_RETURN.DECIDER_ACCOUNT_ID,
            UNIT_RETURN.COMMENT);

    private static final String CREATE = """
            insert into reporting.unit_return
                (cell_id, id, unit_id, form, form_version, period, period_until, due_on, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private static final int MOST_BEGUN = 2_000;
    private static final int MOST_BEFORE = 36;

    private final DSLContext db;
    private final FixedStatements statements;

    ReturnRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    private static ReturnRow row(Record found) {
        return new ReturnRow(
                new ReturnId(found.get(UNIT_RETURN.CELL_ID), found.get(UNIT_RETURN.ID)),
                found.get(UNIT_RETURN.UNIT_ID),
                found.get(UNIT_RETURN.FORM),
                found.get(UNIT_RETURN.PERIOD),
                found.get(UNIT_RETURN.DUE_ON),
                ReturnState.valueOf(found.get(UNIT_RETURN.STATE)),
                found.get(UNIT_RETURN.VERSION),
                found.get(UNIT_RETURN.FIRST_SUBMITTED_AT),
                found.get(UNIT_RETURN.SUBMITTED_AT),
                found.get(UNIT_RETURN.SUBMITTER_ACCOUNT_ID),
                found.get(UNIT_RETURN.DECIDED_AT),
                found.get(UNIT_RETURN.DECIDER_ACCOUNT_ID),
                found.get(UNIT_RETURN.COMMENT));
    }

    /** Creates the row if it is not there and locks it: whoever comes second waits here. */
    ReturnRow lock(ReturnKey key) {
        var fresh = ReturnRow.fresh(new ReturnId(key.unit().cellId(), Uuid7.next()), key);
        return inserted(key, fresh)
                ? fresh
                : db.select(COLUMNS)
                        .from(UNIT_RETURN)
                        .where(is(key))
                        .forUpdate()
                        .fetchSingle(ReturnRepository::row);
    }

    private boolean inserted(ReturnKey key, ReturnRow fresh) {
        return statements.execute(
                        CREATE,
                        fresh.id().cell(),
                        fresh.id().value(),
                        fresh.unit().value(),
                        fresh.form(),
                        key.form().version(),
                        fresh.period(),
                        key.period().until(),
                        fresh.dueOn(),
                        fresh.state().name())
                == 1;
    }

    /** The same for many returns of one form and period, always in the same order so that two never wait for each other. */
    Map<ReturnKey, ReturnRow> lock(Collection<ReturnKey> keys) {
        var ordered = keys.stream()
                .sorted(Comparator.comparing(key -> key.unit().id().value()))
                .toList();
        if (ordered.isEmpty()) {
            return Map.of();
        }
        var r = UNIT_RETURN;
        var insert = db.insertInto(
                r, r.CELL_ID, r.ID, r.UNIT_ID, r.FORM, r.FORM_VERSION, r.PERIOD, r.PERIOD_UNTIL, r.DUE_ON, r.STATE);
        for (var key : ordered) {
            insert = insert.values(
                    key.unit().cellId(),
                    Uuid7.next(),
                    key.unit().id(),
                    key.form().code(),
                    key.form().version(),
                    key.period().code(),
                    key.period().until(),
                    key.dueOn(),
                    ReturnState.DRAFT.name());
        }
        insert.onConflictDoNothing().execute();
        var first = ordered.getFirst();
        var rows = db.select(COLUMNS)
                .from(r)
                .where(
                        r.UNIT_ID.in(
                                ordered.stream().map(key -> key.unit().id()).toList()),
                        r.FORM.eq(first.form().code()),
                        r.PERIOD.eq(first.period().code()))
                .orderBy(r.UNIT_ID)
                .forUpdate()
                .fetchMap(r.UNIT_ID, ReturnRepository::row);
        var locked = new LinkedHashMap<ReturnKey, ReturnRow>();
        ordered.forEach(key ->
                locked.put(key, Objects.requireNonNull(rows.get(key.unit().id()))));
        return locked;
    }

    Optional<ReturnRow> find(ReturnKey key) {
        return db.select(COLUMNS).from(UNIT_RETURN).where(is(key)).fetchOptional(ReturnRepository::row);
    }

    private static Condition is(ReturnKey key) {
        return UNIT_RETURN
                .CELL_ID
                .eq(key.unit().cellId())
                .and(UNIT_RETURN.UNIT_ID.eq(key.unit().id()))
                .and(UNIT_RETURN.FORM.eq(key.form().code()))
                .and(UNIT_RETURN.PERIOD.eq(key.period().code()));
    }

    /** The period of the last return of this form before this one that was sent, for a period of the same kind. */
    Optional<Period> before(ReturnKey key) {
        return db
                .select(UNIT_RETURN.PERIOD)
                .from(UNIT_RETURN)
                .where(
                        UNIT_RETURN.CELL_ID.eq(key.unit().cellId()),
                        UNIT_RETURN.UNIT_ID.eq(key.unit().id()),
                        UNIT_RETURN.FORM.eq(key.form().code()),
                        UNIT_RETURN.PERIOD_UNTIL.lt(key.period().until()),
                        UNIT_RETURN.STATE.in(inline(ReturnState.SUBMITTED.name()), inline(ReturnState.ACCEPTED.name())))
                .orderBy(UNIT_RETURN.PERIOD_UNTIL.desc())
                .limit(MOST_BEFORE)
                .fetch(row -> Period.parse(row.value1()))
                .stream()
                .filter(period -> period.kind() == key.period().kind())
                .findFirst();
    }

    Optional<ReturnRow> find(UUID id) {
        return db.select(COLUMNS).from(UNIT_RETURN).where(UNIT_RETURN.ID.eq(id)).fetchOptional(ReturnRepository::row);
    }

    List<ReturnRow> of(Collection<UUID> ids) {
        return db.select(COLUMNS)
                .from(UNIT_RETURN)
                .where(UNIT_RETURN.ID.eq(any(ids.toArray(UUID[]::new))))
                .orderBy(UNIT_RETURN.ID)
                .fetch(ReturnRepository::row);
    }

    List<ReturnRow> of(Collection<UnitId> units, Form form, Period period) {
        return db.select(COLUMNS)
                .from(UNIT_RETURN)
                .where(
                        UNIT_RETURN.UNIT_ID.eq(any(units.toArray(UnitId[]::new))),
                        UNIT_RETURN.FORM.eq(form.code()),
                        UNIT_RETURN.PERIOD.eq(period.code()))
                .orderBy(UNIT_RETURN.UNIT_ID)
                .fetch(ReturnRepository::row);
    }

    /** Begun or given back, and not sent since; the oldest date first. */
    List<ReturnRow> begun(Collection<UnitId> units) {
        return db.select(COLUMNS)
                .from(UNIT_RETURN)
                .where(
                        UNIT_RETURN.UNIT_ID.eq(any(units.toArray(UnitId[]::new))),
                        UNIT_RETURN.STATE.in(inline(ReturnState.DRAFT.name()), inline(ReturnState.RETURNED.name())),
                        UNIT_RETURN.VERSION.gt(0))
                .orderBy(UNIT_RETURN.DUE_ON, UNIT_RETURN.ID)
                .limit(MOST_BEGUN)
                .fetch(ReturnRepository::row);
    }

    /** Sent by units of the scope, other than these, and not decided; the longest waiting first. */
    List<ReturnRow> waiting(Scope scope, Collection<UnitId> except, int most) {
        return db.select(COLUMNS)
                .from(UNIT_RETURN)
                .where(undecided(scope, except))
                .orderBy(UNIT_RETURN.SUBMITTED_AT, UNIT_RETURN.ID)
                .limit(most)
                .fetch(ReturnRepository::row);
    }

    int countWaiting(Scope scope, Collection<UnitId> except, int most) {
        return db.fetchCount(
                db.selectOne().from(UNIT_RETURN).where(undecided(scope, except)).limit(most));
    }

    private static Condition undecided(Scope scope, Collection<UnitId> except) {
        return UNIT_RETURN
                .STATE
                .eq(inline(ReturnState.SUBMITTED.name()))
                .and(scope.condition(UNIT_RETURN.UNIT_ID))
                .and(UNIT_RETURN.UNIT_ID.notIn(except));
    }

    void update(ReturnRow changed) {
        db.update(UNIT_RETURN)
                .set(UNIT_RETURN.STATE, changed.state().name())
                .set(UNIT_RETURN.VERSION, changed.version())
                .set(UNIT_RETURN.FIRST_SUBMITTED_AT, changed.firstSubmittedAt())
                .set(UNIT_RETURN.SUBMITTED_AT, changed.submittedAt())
                .set(UNIT_RETURN.SUBMITTER_ACCOUNT_ID, changed.submitter())
                .set(UNIT_RETURN.DECIDED_AT, changed.decidedAt())
                .set(UNIT_RETURN.DECIDER_ACCOUNT_ID, changed.decider())
                .set(UNIT_RETURN.COMMENT, changed.comment())
                .where(
                        UNIT_RETURN.CELL_ID.eq(changed.id().cell()),
                        UNIT_RETURN.ID.eq(changed.id().value()))
                .execute();
    }
}
