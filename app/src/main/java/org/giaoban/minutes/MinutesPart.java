package org.giaoban.minutes;

import static org.giaoban.minutes.db.Tables.BOOK;
import static org.giaoban.minutes.db.Tables.RECORD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.HandedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a unit said in its meetings stays under its name and in its book, also what is not signed yet: whoever works for the heir
 * finishes it there. The heir opens a book of its own.
 */
@Component
@Transactional(readOnly = true)
class MinutesPart implements ReorganisationPart {

    private static final int AFTER_PREPARATION = 54;
    private static final String KEYS = "minutes.reorganisation.";

    private final DSLContext db;

    MinutesPart(DSLContext db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "minutes";
    }

    @Override
    public String label() {
        return Texts.text(KEYS + "label");
    }

    @Override
    public int order() {
        return AFTER_PREPARATION;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        var unfinished = db.select(RECORD.UNIT_ID, count())
                .from(RECORD)
                .where(RECORD.UNIT_ID.eq(any(handover.ended().toArray(UnitId[]::new))))
                .and(RECORD.STATE.ne(MinutesState.LOCKED.name()))
                .groupBy(RECORD.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
        return HandedRows.summed(handover, label(), unfinished, KEYS);
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return HandedRows.counts(db, founded, RECORD.UNIT_ID, BOOK.UNIT_ID);
    }
}
