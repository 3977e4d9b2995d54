package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Affected;
import org.giaoban.organization.AffectedRows;
import org.giaoban.organization.Handover;
import org.giaoban.organization.ReorganisationPart;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Articles stay the articles of the unit that wrote them; whoever follows it may go on with its drafts. */
@Component
@Transactional(readOnly = true)
class ArticlesPart implements ReorganisationPart {

    private final DSLContext db;
    private final Access access;

    ArticlesPart(DSLContext db, Access access) {
        this.db = db;
        this.access = access;
    }

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public String label() {
        return Texts.text("portal.reorganisation.label");
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public List<Affected> affected(Handover handover) {
        if (handover.ended().isEmpty()) {
            return List.of();
        }
        var newest = VERSION.as("newest");
        var place = rowNumber().over().partitionBy(ARTICLE.UNIT_ID).orderBy(ARTICLE.ID.desc());
        var ranked = db.select(
                        ARTICLE.UNIT_ID,
                        count().over().partitionBy(ARTICLE.UNIT_ID).as("all_of_it"),
                        VERSION.TITLE,
                        place.as("place"))
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID))
                .where(ARTICLE.UNIT_ID.eq(any(handover.ended().toArray(UnitId[]::new))))
                .and(VERSION.NUMBER.eq(select(max(newest.NUMBER)).from(newest).where(newest.ARTICLE_ID.eq(ARTICLE.ID))))
                .asTable("ranked");
        var rows = db.selectFrom(ranked)
                .where(field(DSL.name("ranked", "place"), Integer.class).le(Affected.MOST))
                .orderBy(ranked.field(ARTICLE.UNIT_ID), field(DSL.name("ranked", "place")))
                .fetch(row -> new AffectedRows.Row(
                        row.value1(),
                        row.value2(),
                        new Affected.Item(row.value3(), null, Texts.text("portal.reorganisation.stays"))));
        return new AffectedRows(label(), access.scope(Capability.ARTICLE_WRITE)).of(rows);
    }

    @Override
    public Map<UnitId, Integer> facts(Collection<UnitId> founded) {
        return db.select(ARTICLE.UNIT_ID, count())
                .from(ARTICLE)
                .where(ARTICLE.UNIT_ID.eq(any(founded.toArray(UnitId[]::new))))
                .groupBy(ARTICLE.UNIT_ID)
                .fetchMap(Record2::value1, Record2::value2);
    }
}
