package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.INDICATOR_VALUE;
import static org.giaoban.indicators.db.Tables.OWNER;
import static org.jooq.impl.DSL.any;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** Reads what all units said for a period, of a few indicators. */
@Repository
class PeerRepository {

    private final DSLContext db;

    PeerRepository(DSLContext db) {
        this.db = db;
    }

    record Said(UnitId unit, String code, BigDecimal value) {}

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
                .fetch(Records.mapping(Said::new));
    }
}
