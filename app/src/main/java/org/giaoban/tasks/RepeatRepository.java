package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.RECURRENCE;
import static org.giaoban.tasks.db.Tables.RECURRENCE_MADE;
import static org.giaoban.tasks.db.Tables.RECURRENCE_UNIT;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.tasks.Recurrence.DueBy;
import org.giaoban.tasks.Recurrence.Every;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Recurring orders as rows, and what was made of them. */
@Repository
class RepeatRepository {

    private static final int MOST = 500;

    private static final Field<List<UnitId>> UNITS = multiset(select(RECURRENCE_UNIT.UNIT_ID)
                    .from(RECURRENCE_UNIT)
                    .where(RECURRENCE_UNIT.RECURRENCE_ID.eq(RECURRENCE.ID))
                    .orderBy(RECURRENCE_UNIT.UNIT_ID))
            .convertFrom(rows -> rows.map(Record1::value1));

    private static final SelectField<Recurrence> A_RECURRENCE = row(
                    RECURRENCE.ID,
                    row(
                                    RECURRENCE.GIVER_UNIT_ID,
                                    RECURRENCE.TITLE,
                                    RECURRENCE.PRODUCT,
                                    RECURRENCE.MEASURE,
                                    RECURRENCE.POST,
                                    RECURRENCE.BASIS,
                                    UNITS)
                            .mapping(Recurrence.Work::new),
                    row(
                                    RECURRENCE.EVERY.convert(Every.class, Every::valueOf, Every::name),
                                    RECURRENCE.DUE_BY.convert(DueBy.class, DueBy::valueOf, DueBy::name),
                                    RECURRENCE.DUE_NUMBER,
                                    RECURRENCE.FROM_ON,
                                    RECURRENCE.UNTIL_ON)
                            .mapping(Recurrence.Rhythm::new),
                    RECURRENCE.MADE_BY_ACCOUNT_ID,
                    field(RECURRENCE.ENDED_AT.isNotNull()))
            .mapping(Recurrence::new);

    private final DSLContext db;

    RepeatRepository(DSLContext db) {
        this.db = db;
    }

    /** False when it is known under this id already: the same form sent twice. */
    boolean insert(Recurrence made, Instant at) {
        var work = made.work();
        var rhythm = made.rhythm();
        var added = db.insertInto(RECURRENCE)
                .set(RECURRENCE.ID, made.id())
                .set(RECURRENCE.GIVER_UNIT_ID, work.giver())
                .set(RECURRENCE.TITLE, work.title())
                .set(RECURRENCE.PRODUCT, work.product())
                .set(RECURRENCE.MEASURE, work.measure())
                .set(RECURRENCE.POST, work.post())
                .set(RECURRENCE.BASIS, work.basis())
                .set(RECURRENCE.EVERY, rhythm.every().name())
                .set(RECURRENCE.DUE_BY, rhythm.dueBy().name())
                .set(RECURRENCE.DUE_NUMBER, rhythm.number())
                .set(RECURRENCE.FROM_ON, rhythm.from())
                .set(RECURRENCE.UNTIL_ON, rhythm.until())
                .set(RECURRENCE.MADE_BY_ACCOUNT_ID, made.madeBy())
                .set(RECURRENCE.MADE_AT, at)
                .onConflictDoNothing()
                .execute();
        if (added > 0) {
            db.batch(work.units().stream()
                            .map(unit -> db.insertInto(RECURRENCE_UNIT)
                                    .set(RECURRENCE_UNIT.RECURRENCE_ID, made.id())
                                    .set(RECURRENCE_UNIT.UNIT_ID, unit))
                            .toList())
                    .execute();
        }
        return added > 0;
    }

    List<Recurrence> running(LocalDate today) {
        return where(
                RECURRENCE.ENDED_AT.isNull().and(RECURRENCE.FROM_ON.le(today)).and(RECURRENCE.UNTIL_ON.ge(today)));
    }

    List<Recurrence> of(Scope givers) {
        return where(givers.condition(RECURRENCE.GIVER_UNIT_ID));
    }

    private List<Recurrence> where(Condition condition) {
        return db.select(A_RECURRENCE)
                .from(RECURRENCE)
                .where(condition)
                .orderBy(RECURRENCE.ID.desc())
                .limit(MOST)
                .fetch(Record1::value1);
    }

    Optional<Recurrence> find(UUID id) {
        return db.select(A_RECURRENCE)
                .from(RECURRENCE)
                .where(RECURRENCE.ID.eq(id))
                .fetchOptional(Record1::value1);
    }

    void end(UUID id, Instant at) {
        db.update(RECURRENCE)
                .set(RECURRENCE.ENDED_AT, at)
                .where(RECURRENCE.ID.eq(id))
                .and(RECURRENCE.ENDED_AT.isNull())
                .execute();
    }

    boolean made(UUID id, Period period) {
        return db.fetchExists(
                RECURRENCE_MADE, RECURRENCE_MADE.RECURRENCE_ID.eq(id).and(RECURRENCE_MADE.PERIOD.eq(period.code())));
    }

    /** Takes the period; whoever comes second waits for the first and finds it taken. */
    boolean take(UUID id, Period period, UUID task) {
        return db.insertInto(RECURRENCE_MADE)
                        .set(RECURRENCE_MADE.RECURRENCE_ID, id)
                        .set(RECURRENCE_MADE.PERIOD, period.code())
                        .set(RECURRENCE_MADE.TASK_ID, task)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** How many orders each made so far. */
    Map<UUID, Integer> counts(Collection<UUID> ids) {
        return db.select(RECURRENCE_MADE.RECURRENCE_ID, count())
                .from(RECURRENCE_MADE)
                .where(RECURRENCE_MADE.RECURRENCE_ID.in(ids))
                .groupBy(RECURRENCE_MADE.RECURRENCE_ID)
                .fetchMap(mapping((id, made) -> id), mapping((id, made) -> made));
    }
}
