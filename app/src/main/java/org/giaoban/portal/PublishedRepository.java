package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.SHELF;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record6;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

/** Published articles by their ids and by their time. */
@Repository
class PublishedRepository {

    private static final Field<String> HREF =
            inline("/tin/").concat(VERSION.CATEGORY).concat(inline("/")).concat(ARTICLE.SLUG);

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

    /** In the visitor's language; what has no end is over as soon as it has begun. */
    List<PublishedEvent> events(Instant from, Instant until, int most) {
        return db.select(row(
                                ARTICLE.ID.convertFrom(ArticleId::new),
                                ARTICLE.UNIT_ID,
                                VERSION.TITLE,
                                ARTICLE.LANGUAGE,
                                HREF,
                                VERSION.EVENT_FROM,
                                VERSION.EVENT_UNTIL,
                                VERSION.EVENT_PLACE,
                                VERSION.PUBLISHED_AT)
                        .mapping(PublishedEvent::new))
                .from(SHELF)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(SHELF.ARTICLE_ID))
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PublicRepository.PUBLIC)
                .where(
                        VERSION.EVENT_FROM.lt(until),
                        coalesce(VERSION.EVENT_UNTIL, VERSION.EVENT_FROM).ge(from))
                .and(ShelfRepository.spoken())
                .orderBy(VERSION.EVENT_FROM, ARTICLE.ID)
                .limit(most)
                .fetch(Record1::value1);
    }

    private SelectConditionStep<Record6<UUID, UnitId, String, String, String, Instant>> rows(Condition where) {
        return db.select(ARTICLE.ID, ARTICLE.UNIT_ID, VERSION.TITLE, VERSION.LEAD, HREF, ARTICLE.FIRST_PUBLISHED_AT)
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
