package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.OWNER;
import static org.giaoban.indicators.db.Tables.TARGET;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of targets. */
@Repository
class TargetRepository {

    private static final int MOST = 50_000;
    private static final int MOST_REVISIONS = 500;

    private final DSLContext db;
    private final PlanRepository plans;

    TargetRepository(DSLContext db, PlanRepository plans) {
        this.db = db;
        this.plans = plans;
    }

    /** A unit's target for a year; {@code supersededAt} is null for the one that counts. */
    public record Target(
            UnitId unit,
            String indicator,
            int year,
            int revision,
            BigDecimal value,
            Phasing phasing,
            String reason,
            Instant decidedAt,
            AccountId decidedBy,
            @Nullable Instant supersededAt) {}

    /** Why, when and by whom a plan was set. */
    record Decision(String reason, Instant at, AccountId by) {}

    /** A unit's plan of a year. */
    record Year(Owner owner, int year) {}

    /** A line of the plan that becomes another. */
    record Change(String code, short indicator, int revision, BigDecimal value, Phasing phasing) {}

    List<Target> current(Collection<Owner> owners, Collection<Integer> years) {
        return fetch(
                TARGET.SUPERSEDED_AT
                        .isNull()
                        .and(TARGET.YEAR.in(years))
                        .and(TARGET.CELL_ID.eq(OwnerRepository.cells(owners)))
                        .and(TARGET.UNIT_NO.eq(OwnerRepository.numbers(owners))),
                MOST);
    }

    /** All revisions of a unit's year, newest first. */
    List<Target> revisions(Owner owner, int year) {
        return fetch(of(new Year(owner, year)), MOST_REVISIONS);
    }

    private List<Target> fetch(Condition condition, int most) {
        return db.select(OWNER.UNIT_ID, INDICATOR.CODE)
                .select(TARGET.fields())
                .from(TARGET)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(TARGET.UNIT_NO))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(TARGET.INDICATOR_ID))
                .where(condition)
                .orderBy(TARGET.DECIDED_AT.desc(), INDICATOR.CODE, TARGET.REVISION.desc())
                .limit(most)
                .fetch(TargetRepository::target);
    }

    /** The unit's targets that count, by indicator code, locked until the end of the transaction. */
    Map<String, Target> lock(Owner owner, int year) {
        return db.select(OWNER.UNIT_ID, INDICATOR.CODE)
                .select(TARGET.fields())
                .from(TARGET)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(TARGET.UNIT_NO))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(TARGET.INDICATOR_ID))
                .where(of(new Year(owner, year)), TARGET.SUPERSEDED_AT.isNull())
                .limit(MOST)
                .forUpdate()
                .of(TARGET)
                .fetchMap(INDICATOR.CODE, TargetRepository::target);
    }

    void decide(Year year, List<Change> changes, Decision decision) {
        db.update(TARGET)
                .set(TARGET.SUPERSEDED_AT, decision.at())
                .where(of(year), TARGET.SUPERSEDED_AT.isNull())
                .and(TARGET.INDICATOR_ID.in(
                        changes.stream().map(Change::indicator).toList()))
                .execute();
        db.batch(changes.stream()
                        .map(change -> insertion(year, change, decision))
                        .toList())
                .execute();
        db.execute(
                "insert into indicators.plan (cell_id, unit_no, year) values (?, ?, ?)"
                        + " on conflict (cell_id, unit_no, year) do update set stamp = excluded.stamp",
                year.owner().cell(),
                year.owner().number(),
                year.year());
        plans.changed();
    }

    private Query insertion(Year year, Change change, Decision decision) {
        return db.insertInto(TARGET)
                .set(TARGET.CELL_ID, year.owner().cell())
                .set(TARGET.UNIT_NO, year.owner().number())
                .set(TARGET.INDICATOR_ID, change.indicator())
                .set(TARGET.YEAR, (short) year.year())
                .set(TARGET.REVISION, (short) change.revision())
                .set(TARGET.VALUE, change.value())
                .set(TARGET.PHASING, shares(change.phasing()))
                .set(TARGET.REASON, decision.reason())
                .set(TARGET.DECIDED_AT, decision.at())
                .set(TARGET.DECIDED_BY_ACCOUNT_ID, decision.by());
    }

    private static Condition of(Year year) {
        return TARGET.CELL_ID
                .eq(year.owner().cell())
                .and(TARGET.UNIT_NO.eq(year.owner().number()))
                .and(TARGET.YEAR.eq((short) year.year()));
    }

    private static BigDecimal @Nullable [] shares(Phasing phasing) {
        return phasing.shares().isEmpty() ? null : phasing.shares().toArray(BigDecimal[]::new);
    }

    static Target target(Record row) {
        var shares = row.get(TARGET.PHASING);
        return new Target(
                row.get(OWNER.UNIT_ID),
                row.get(INDICATOR.CODE),
                row.get(TARGET.YEAR),
                row.get(TARGET.REVISION),
                row.get(TARGET.VALUE),
                shares == null ? Phasing.usual() : new Phasing(Arrays.asList(shares)),
                row.get(TARGET.REASON),
                row.get(TARGET.DECIDED_AT),
                row.get(TARGET.DECIDED_BY_ACCOUNT_ID),
                row.get(TARGET.SUPERSEDED_AT));
    }
}
