package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.CELL_COMMENT;
import static org.giaoban.reporting.db.Tables.CELL_THREAD;
import static org.giaoban.reporting.db.Tables.UNIT_RETURN;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class CommentRepository {

    private static final int MOST = 500;

    private final DSLContext db;

    CommentRepository(DSLContext db) {
        this.db = db;
    }

    /** One comment, with the state of its thread. */
    record Row(
            UnitId unit,
            String form,
            String period,
            String indicator,
            String body,
            Instant at,
            AccountId by,
            @Nullable Instant resolvedAt,
            @Nullable AccountId resolver) {}

    /** Whether somebody has said the same there since. */
    boolean said(ReturnId id, String indicator, String body, Instant since, AccountId by) {
        return db.fetchExists(db.selectOne()
                .from(CELL_COMMENT)
                .join(CELL_THREAD)
                .on(CELL_THREAD.CELL_ID.eq(CELL_COMMENT.CELL_ID), CELL_THREAD.ID.eq(CELL_COMMENT.THREAD_ID))
                .where(CELL_THREAD.CELL_ID.eq(id.cell()))
                .and(CELL_THREAD.RETURN_ID.eq(id.value()))
                .and(CELL_THREAD.INDICATOR.eq(indicator))
                .and(CELL_COMMENT.BODY.eq(body))
                .and(CELL_COMMENT.ACCOUNT_ID.eq(by))
                .and(CELL_COMMENT.WRITTEN_AT.gt(since)));
    }

    /** Adds a comment; the thread is made when it is the first, and is open again. */
    void add(ReturnId id, String indicator, String body, Instant at, AccountId by) {
        var thread = db.insertInto(CELL_THREAD)
                .set(CELL_THREAD.CELL_ID, id.cell())
                .set(CELL_THREAD.ID, Uuid7.next())
                .set(CELL_THREAD.RETURN_ID, id.value())
                .set(CELL_THREAD.INDICATOR, indicator)
                .onConflict(CELL_THREAD.CELL_ID, CELL_THREAD.RETURN_ID, CELL_THREAD.INDICATOR)
                .doUpdate()
                .setNull(CELL_THREAD.RESOLVED_AT)
                .setNull(CELL_THREAD.RESOLVER_ACCOUNT_ID)
                .returningResult(CELL_THREAD.ID)
                .fetchSingle()
                .value1();
        db.insertInto(CELL_COMMENT)
                .set(CELL_COMMENT.CELL_ID, id.cell())
                .set(CELL_COMMENT.ID, Uuid7.next())
                .set(CELL_COMMENT.THREAD_ID, thread)
                .set(CELL_COMMENT.BODY, body)
                .set(CELL_COMMENT.WRITTEN_AT, at)
                .set(CELL_COMMENT.ACCOUNT_ID, by)
                .execute();
    }

    /** False when there is no open thread. */
    boolean resolve(ReturnId id, String indicator, Instant at, AccountId by) {
        return db.update(CELL_THREAD)
                        .set(CELL_THREAD.RESOLVED_AT, at)
                        .set(CELL_THREAD.RESOLVER_ACCOUNT_ID, by)
                        .where(
                                CELL_THREAD.CELL_ID.eq(id.cell()),
                                CELL_THREAD.RETURN_ID.eq(id.value()),
                                CELL_THREAD.INDICATOR.eq(indicator),
                                CELL_THREAD.RESOLVED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Everything said about a return, thread by thread, the oldest first. */
    List<Row> of(ReturnId id) {
        return fetch(UNIT_RETURN.CELL_ID.eq(id.cell()).and(UNIT_RETURN.ID.eq(id.value())));
    }

    /** What was said about one indicator in these units and periods. */
    List<Row> about(Collection<UnitId> units, Collection<Period> periods, String indicator) {
        return fetch(UNIT_RETURN
                .UNIT_ID
                .in(units)
                .and(UNIT_RETURN.PERIOD.in(periods.stream().map(Period::code).toList()))
                .and(CELL_THREAD.INDICATOR.eq(indicator)));
    }

    private List<Row> fetch(Condition which) {
        return rows().and(which)
                .orderBy(CELL_THREAD.INDICATOR, CELL_COMMENT.ID)
                .limit(MOST)
                .fetch(CommentRepository::row);
    }

    private SelectConditionStep<Record> rows() {
        return db.select(UNIT_RETURN.UNIT_ID, UNIT_RETURN.FORM, UNIT_RETURN.PERIOD)
                .select(CELL_THREAD.INDICATOR, CELL_THREAD.RESOLVED_AT, CELL_THREAD.RESOLVER_ACCOUNT_ID)
                .select(CELL_COMMENT.BODY, CELL_COMMENT.WRITTEN_AT, CELL_COMMENT.ACCOUNT_ID)
                .from(UNIT_RETURN)
                .join(CELL_THREAD)
                .on(CELL_THREAD.CELL_ID.eq(UNIT_RETURN.CELL_ID), CELL_THREAD.RETURN_ID.eq(UNIT_RETURN.ID))
                .join(CELL_COMMENT)
                .on(CELL_COMMENT.CELL_ID.eq(CELL_THREAD.CELL_ID), CELL_COMMENT.THREAD_ID.eq(CELL_THREAD.ID))
                .where(DSL.noCondition());
    }

    private static Row row(Record found) {
        return new Row(
                found.get(UNIT_RETURN.UNIT_ID),
                found.get(UNIT_RETURN.FORM),
                found.get(UNIT_RETURN.PERIOD),
                found.get(CELL_THREAD.INDICATOR),
                found.get(CELL_COMMENT.BODY),
                found.get(CELL_COMMENT.WRITTEN_AT),
                found.get(CELL_COMMENT.ACCOUNT_ID),
                found.get(CELL_THREAD.RESOLVED_AT),
                found.get(CELL_THREAD.RESOLVER_ACCOUNT_ID));
    }

    /** How many open threads each return has; those without are left out. */
    Map<UUID, Map<String, Integer>> open(Collection<UUID> returns) {
        return db
                .select(CELL_THREAD.RETURN_ID, CELL_THREAD.INDICATOR, DSL.count())
                .from(CELL_THREAD)
                .join(CELL_COMMENT)
                .on(CELL_COMMENT.CELL_ID.eq(CELL_THREAD.CELL_ID), CELL_COMMENT.THREAD_ID.eq(CELL_THREAD.ID))
                .where(CELL_THREAD.RETURN_ID.in(returns), CELL_THREAD.RESOLVED_AT.isNull())
                .groupBy(CELL_THREAD.RETURN_ID, CELL_THREAD.INDICATOR)
                .fetchGroups(CELL_THREAD.RETURN_ID)
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().intoMap(CELL_THREAD.INDICATOR, DSL.count())));
    }

    /** Open threads of a period's returns, by unit. */
    Map<UnitId, Integer> openByUnit(Collection<UnitId> units, Period period) {
        return db.select(UNIT_RETURN.UNIT_ID, DSL.count())
                .from(UNIT_RETURN)
                .join(CELL_THREAD)
                .on(CELL_THREAD.CELL_ID.eq(UNIT_RETURN.CELL_ID), CELL_THREAD.RETURN_ID.eq(UNIT_RETURN.ID))
                .where(
                        UNIT_RETURN.UNIT_ID.in(units),
                        UNIT_RETURN.PERIOD.eq(period.code()),
                        CELL_THREAD.RESOLVED_AT.isNull())
                .groupBy(UNIT_RETURN.UNIT_ID)
                .fetchMap(UNIT_RETURN.UNIT_ID, DSL.count());
    }
}
