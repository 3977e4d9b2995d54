package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.giaoban.portal.db.Tables.VIEW_COUNT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** One article as visitors may read it: the published version and nothing else. */
@Repository
class PublicRepository {

    static final Condition PUBLIC = VERSION.STATE.eq(inline(Version.State.PUBLISHED.name()));

    static final SelectField<Teaser> A_TEASER = row(
                    ARTICLE.ID,
                    VERSION.CATEGORY,
                    ARTICLE.SLUG,
                    VERSION.TITLE,
                    VERSION.LEAD,
                    ARTICLE.FIRST_PUBLISHED_AT,
                    VERSION.MEDIA_ID,
                    VERSION.ALT)
            .mapping(Teaser::new);

    private final DSLContext db;

    PublicRepository(DSLContext db) {
        this.db = db;
    }

    /** An article as visitors read it. */
    record Shown(
            ArticleId id,
            UUID unit,
            Version.Story story,
            Instant first,
            Instant last,
            int number,
            long views,
            String language) {}

    Optional<Shown> find(String slug) {
        return db.select(row(
                                ARTICLE.ID.convertFrom(ArticleId::new),
                                ARTICLE.UNIT_ID.convertFrom(unit -> unit.value()),
                                VersionRows.A_STORY,
                                ARTICLE.FIRST_PUBLISHED_AT,
                                VERSION.PUBLISHED_AT,
                                VERSION.NUMBER,
                                coalesce(VIEW_COUNT.VIEWS, inline(0L)),
                                ARTICLE.LANGUAGE)
                        .mapping(Shown::new))
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .leftJoin(VIEW_COUNT)
                .on(VIEW_COUNT.ARTICLE_ID.eq(ARTICLE.ID))
                .where(ARTICLE.SLUG.eq(slug))
                .fetchOptional(Record1::value1);
    }

    boolean figurePublic(UUID figure) {
        return db.fetchExists(db.selectOne()
                .from(FIGURE_USE)
                .join(VERSION)
                .on(VERSION.ID.eq(FIGURE_USE.VERSION_ID), PUBLIC)
                .where(FIGURE_USE.FIGURE_ID.eq(figure)));
    }
}
