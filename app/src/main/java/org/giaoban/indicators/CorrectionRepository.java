package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.PAST_VALUE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import java.time.Instant;
import java.util.Collection;
import org.giaoban.indicators.FigureCorrections.Since;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Counts values that gave way to others. */
@Repository
class CorrectionRepository {

    private final DSLContext db;

    CorrectionRepository(DSLContext db) {
        this.db = db;
    }

    /** Whether any unit at all corrected something: mostly none did, and then nobody needs to know which units to ask for. */
    boolean any(Instant at, Collection<Short> indicators, Collection<Integer> periods) {
        var v = PAST_VALUE;
        return db.fetchExists(v, v.INDICATOR_ID.in(indicators), v.PERIOD.in(periods), v.REPLACED_AT.ge(at));
    }

    /** However many units are asked for, only what was corrected since that moment is looked at. */
    Since since(Instant at, Collection<Short> indicators, Collection<Owner> owners, Collection<Integer> periods) {
        var v = PAST_VALUE;
        return db.select(count(), max(v.REPLACED_AT))
                .from(v)
                .where(v.INDICATOR_ID.in(indicators), v.PERIOD.in(periods), v.REPLACED_AT.ge(at))
                .and(v.CELL_ID.eq(OwnerRepository.cells(owners)))
                .and(v.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                .fetchSingle(found -> new Since(found.value1(), found.value2()));
    }
}
