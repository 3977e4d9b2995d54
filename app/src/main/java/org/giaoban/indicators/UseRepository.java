package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.FROZEN_FIGURE;
import static org.giaoban.indicators.db.Tables.TARGET;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Counts what rests on an indicator. */
@Repository
class UseRepository {

    private static final int MOST = 1000;

    private final DSLContext db;

    UseRepository(DSLContext db) {
        this.db = db;
    }

    /** Figures of it that texts print, newest first. */
    List<UUID> frozen(short indicator) {
        return db.select(FROZEN_FIGURE.ID)
                .from(FROZEN_FIGURE)
                .where(FROZEN_FIGURE.INDICATOR_ID.eq(indicator))
                .orderBy(FROZEN_FIGURE.FROZEN_AT.desc())
                .limit(MOST)
                .fetch(FROZEN_FIGURE.ID);
    }

    /** Units with a target for it in the year or later. */
    int targets(short indicator, int year) {
        return db.fetchCount(db.selectDistinct(TARGET.UNIT_NO)
                .from(TARGET)
                .where(TARGET.INDICATOR_ID.eq(indicator), TARGET.YEAR.ge((short) year))
                .and(TARGET.SUPERSEDED_AT.isNull()));
    }
}
