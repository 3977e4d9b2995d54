package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.FROZEN_FIGURE;
import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.OWNER;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of figures as texts printed them. */
@Repository
class FrozenRepository {

    private static final int MOST = 1000;

    private final DSLContext db;

    FrozenRepository(DSLContext db) {
        this.db = db;
    }

    /** A figure as it was printed. */
    record Frozen(UUID id, UnitId unit, String indicator, int period, long version, Figure figure, Instant at) {}

    void insert(Frozen frozen, int owner, short indicator, AccountId by) {
        db.insertInto(FROZEN_FIGURE)
                .set(FROZEN_FIGURE.ID, frozen.id())
                .set(FROZEN_FIGURE.UNIT_NO, owner)
                .set(FROZEN_FIGURE.INDICATOR_ID, indicator)
                .set(FROZEN_FIGURE.PERIOD, frozen.period())
                .set(FROZEN_FIGURE.VERSION, frozen.version())
                .set(FROZEN_FIGURE.VALUE, FactWriter.value(frozen.figure()))
                .set(FROZEN_FIGURE.NUMERATOR, FactWriter.numerator(frozen.figure()))
                .set(FROZEN_FIGURE.DENOMINATOR, FactWriter.denominator(frozen.figure()))
                .set(FROZEN_FIGURE.QUALIFIER, FactWriter.qualifier(frozen.figure()))
                .set(FROZEN_FIGURE.ABSENCE, FactWriter.absence(frozen.figure()))
                .set(FROZEN_FIGURE.FROZEN_AT, frozen.at())
                .set(FROZEN_FIGURE.FROZEN_BY_ACCOUNT_ID, by)
                .execute();
    }

    List<Frozen> byId(Collection<UUID> ids) {
        return fetch(FROZEN_FIGURE.ID.in(ids));
    }

    List<Frozen> of(int owner, short indicator, int period) {
        return fetch(FROZEN_FIGURE
                .UNIT_NO
                .eq(owner)
                .and(FROZEN_FIGURE.INDICATOR_ID.eq(indicator))
                .and(FROZEN_FIGURE.PERIOD.eq(period)));
    }

    /** The figures of the scope's units that were printed last. */
    List<UUID> newest(Scope scope, int most) {
        return db.select(FROZEN_FIGURE.ID)
                .from(FROZEN_FIGURE)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(FROZEN_FIGURE.UNIT_NO))
                .where(scope.condition(OWNER.UNIT_ID))
                .orderBy(FROZEN_FIGURE.FROZEN_AT.desc(), FROZEN_FIGURE.ID)
                .limit(most)
                .fetch(FROZEN_FIGURE.ID);
    }

    private List<Frozen> fetch(Condition condition) {
        var f = FROZEN_FIGURE;
        return db.select(f.ID, OWNER.UNIT_ID, INDICATOR.CODE, f.PERIOD, f.VERSION, f.FROZEN_AT)
                .select(f.VALUE, f.NUMERATOR, f.DENOMINATOR, f.QUALIFIER, f.ABSENCE)
                .from(f)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(f.UNIT_NO))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(f.INDICATOR_ID))
                .where(condition)
                .orderBy(f.FROZEN_AT.desc(), f.ID)
                .limit(MOST)
                .fetch(row -> new Frozen(
                        row.get(f.ID),
                        row.get(OWNER.UNIT_ID),
                        row.get(INDICATOR.CODE),
                        row.get(f.PERIOD),
                        row.get(f.VERSION),
                        FactRepository.figure(row),
                        row.get(f.FROZEN_AT)));
    }
}
