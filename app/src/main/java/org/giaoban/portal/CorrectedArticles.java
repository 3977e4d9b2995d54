package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.count;

import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The published texts that print figures the register has corrected since, as the last walk found them. */
@Repository
@Transactional(readOnly = true)
class CorrectedArticles {

    private final DSLContext db;
    private final Access access;

    CorrectedArticles(DSLContext db, Access access) {
        this.db = db;
        this.access = access;
    }

    /** A text with how many of its figures moved. */
    record Corrected(ArticleId article, String title, int figures) {}

    /** Those the viewer writes for and that no new version is on its way for; the last published first. */
    List<Corrected> mine(int limit) {
        var other = VERSION.as("other");
        return db.select(ARTICLE.ID, VERSION.TITLE, count())
                .from(FIGURE_USE)
                .join(VERSION)
                .on(VERSION.ID.eq(FIGURE_USE.VERSION_ID), PublicRepository.PUBLIC)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(
                        FIGURE_USE.MOVED.isTrue(),
                        access.scope(Capability.ARTICLE_WRITE).condition(ARTICLE.UNIT_ID))
                .andNotExists(db.selectOne()
                        .from(other)
                        .where(other.ARTICLE_ID.eq(ARTICLE.ID), other.NUMBER.gt(VERSION.NUMBER)))
                .groupBy(ARTICLE.ID, VERSION.ID)
                .orderBy(VERSION.PUBLISHED_AT.desc(), VERSION.ID)
                .limit(limit)
                .fetch(found -> new Corrected(new ArticleId(found.value1()), found.value2(), found.value3()));
    }
}
