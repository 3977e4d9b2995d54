package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.INDICATOR_VALUE;
import static org.giaoban.indicators.db.Tables.OWNER;
import static org.jooq.impl.DSL.any;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** Reads what all units said for a period, of a few indicators. */
@Repository
class PeerRepository {

    /** More than a country says of a few indicators in a period. */
    private static final int MOST = 500_000;

    private final DSLContext db;

    PeerRepository(DSLContext db) {
        this.db = db;
    }

    record Said(UnitId unit, String code, BigDecimal value) {}

    record Told(UnitId unit, String code, Figure figure) {}

    /** Everything, also why there is no value. */
    List<Told> figures(Collection<String> codes, int period) {
        var v = INDICATOR_VALUE;
        return db.select(OWNER.UNIT_ID, INDICATOR.CODE, v.VALUE, v.NUMERATOR, v.DENOMINATOR, v.QUALIFIER, v.ABSENCE)
                .from(v)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(v.INDICATOR_ID))
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(v.UNIT_NO))
                .where(v.PERIOD.eq(period))
                .and(INDICATOR.CODE.eq(any(codes.toArray(String[]::new))))
                .limit(MOST)
                .fetch(row -> new Told(row.get(OWNER.UNIT_ID), row.get(INDICATOR.CODE), FactRepository.figure(row)));
    }

    List<Said> said(Collection<String> codes, int period) {
        return db.select(OWNER.UNIT_ID, INDICATOR.CODE, INDICATOR_VALUE.VALUE)
                .from(INDICATOR_VALUE)
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(INDICATOR_VALUE.INDICATOR_ID))
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(INDICATOR_VALUE.UNIT_NO))
                .where(INDICATOR_VALUE.PERIOD.eq(period))
                .and(INDICATOR.CODE.eq(any(codes.toArray(String[]::new))))
                .and(INDICATOR_VALUE.VALUE.isNotNull())
                .limit(MOST)
                .fetch(Records.mapping(Said::new));
    }
}
