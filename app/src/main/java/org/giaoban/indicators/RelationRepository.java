package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.INDICATOR_RELATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.indicators.IndicatorRelation.Cut;
import org.giaoban.indicators.IndicatorRelation.Kind;
import org.giaoban.kernel.DateRange;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of what is part of what. Whoever changes them renews the remembered checks. */
@Repository
class RelationRepository {

    private static final int MOST = 2000;

    private final DSLContext db;

    RelationRepository(DSLContext db) {
        this.db = db;
    }

    List<IndicatorRelation> all() {
        var r = INDICATOR_RELATION;
        var whole = INDICATOR.as("whole");
        var part = INDICATOR.as("part");
        return db.select(
                        whole.CODE,
                        part.CODE,
                        r.ID,
                        r.KIND,
                        r.CUT_VI,
                        r.CUT_EN,
                        r.SEVERITY,
                        r.VALID_FROM,
                        r.VALID_UNTIL)
                .from(r)
                .join(whole)
                .on(whole.ID.eq(r.WHOLE_ID))
                .join(part)
                .on(part.ID.eq(r.PART_ID))
                .orderBy(whole.CODE, r.CUT_VI, part.CODE, r.VALID_FROM)
                .limit(MOST)
                .fetch(row -> new IndicatorRelation(
                        row.get(r.ID),
                        row.get(whole.CODE),
                        row.get(part.CODE),
                        Kind.valueOf(row.get(r.KIND)),
                        new Cut(row.get(r.CUT_VI), row.get(r.CUT_EN)),
                        Severity.valueOf(row.get(r.SEVERITY)),
                        new DateRange(row.get(r.VALID_FROM), row.get(r.VALID_UNTIL))));
    }

    /** How many were not there yet. */
    int insert(List<IndicatorRelation> relations, Map<String, Short> ids) {
        var r = INDICATOR_RELATION;
        var added = 0;
        for (var changed : db.batch(relations.stream()
                        .map(relation -> db.insertInto(r)
                                .set(r.WHOLE_ID, ids.get(relation.whole()))
                                .set(r.PART_ID, ids.get(relation.part()))
                                .set(r.KIND, relation.kind().name())
                                .set(r.CUT_VI, relation.cut().vi())
                                .set(r.CUT_EN, relation.cut().en())
                                .set(r.SEVERITY, relation.severity().name())
                                .set(r.VALID_FROM, relation.valid().from())
                                .set(r.VALID_UNTIL, relation.valid().until())
                                .onConflictDoNothing())
                        .toList())
                .execute()) {
            added += changed;
        }
        return added;
    }

    /** False when it has an end already, or never began before that day. */
    boolean end(short id, LocalDate until) {
        var r = INDICATOR_RELATION;
        return db.update(r)
                        .set(r.VALID_UNTIL, until)
                        .where(r.ID.eq(id), r.VALID_UNTIL.isNull(), r.VALID_FROM.lt(until))
                        .execute()
                == 1;
    }
}
