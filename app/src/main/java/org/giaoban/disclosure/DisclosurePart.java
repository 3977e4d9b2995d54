package org.giaoban.disclosure;

import static org.giaoban.disclosure.db.Tables.ITEM;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.HandedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.Journal;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a unit made public stays its own; the place of its heir shows it, and its old address leads there. */
@Component
@Transactional
class DisclosurePart implements ReorganisationPart {

    private static final String KEYS = "disclosure.reorganisation.";

    private final DSLContext db;
    private final Letting letting;

    DisclosurePart(DSLContext db, Letting letting) {
        this.db = db;
        this.letting = letting;
    }

    @Override
    public String name() {
        return "disclosure";
    }

    @Override
    public String label() {
        return Texts.text("disclosure.nav");
    }

    @Override
    public int order() {
        return 81;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Affected> affected(Handover handover) {
        var counts = HandedRows.counts(db, handover.ended(), ITEM.UNIT_ID);
        return HandedRows.summed(handover, label(), counts, KEYS);
    }

    /** No row moves; pages that were kept must be made again, for the tree is another. */
    @Override
    public void carryOut(Handover handover, Journal journal) {
        letting.told();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return HandedRows.counts(db, founded, ITEM.UNIT_ID);
    }
}
