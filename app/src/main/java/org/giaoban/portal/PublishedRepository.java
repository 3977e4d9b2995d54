package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

/** Published articles by their ids and by their time. */
@Repository
class PublishedRepository {

    private final DSLContext db;

    PublishedRepository(DSLContext db) {
        this.db = db;
    }

    Optional<PublishedArticle> find(ArticleId id) {
        return rows(ARTICLE.ID.eq(id.value())).fetchOptional(PublishedRepository::article);
    }

    List<PublishedArticle> byIds(Collection<ArticleId> ids) {
        return rows(ARTICLE.ID.in(ids.stream().map(ArticleId::value).toList())).fetch(PublishedRepository::article);
    }

    List<PublishedArticle> between(Instant after, Instant until, int most) {
        return rows(ARTICLE.FIRST_PUBLISHED_AT.gt(after).and(ARTICLE.FIRST_PUBLISHED_AT.le(until)))
                .orderBy(ARTICLE.FIRST_PUBLISHED_AT.desc(), ARTICLE.ID.desc())
                .limit(most)
                .fetch(PublishedRepository::article);
    }

    private SelectConditionStep<Record6<UUID, UnitId, String, String, String, Instant>> rows(Condition where) {
        var href = inline("/tin/").concat(VERSION.CATEGORY).concat(inline("/")).concat(ARTICLE.SLUG);
        return db.select(ARTICLE.ID, ARTICLE.UNIT_ID, VERSION.TITLE, VERSION.LEAD, href, ARTICLE.FIRST_PUBLISHED_AT)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), VERSION.STATE.eq(inline(Version.State.PUBLISHED.name())))
                .where(where);
    }

    private static PublishedArticle article(Record6<UUID, UnitId, String, String, String, Instant> row) {
        return new PublishedArticle(
                new ArticleId(row.value1()), row.value2(), row.value3(), row.value4(), row.value5(), row.value6());
    }
}
