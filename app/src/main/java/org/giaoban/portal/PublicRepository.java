package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.giaoban.portal.db.Tables.VIEW_COUNT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What visitors may read: published versions and nothing else. */
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
    record Shown(ArticleId id, UUID unit, Version.Story story, Instant first, Instant last, int number, long views, String language) {}

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

    /** Lists hold what was written in Vietnamese; for readers of English what was said in English stands in its place. */
    static Condition listed() {
        if (!Texts.language().equals(Article.ENGLISH)) {
            return ARTICLE.LANGUAGE.eq(inline(Article.VIETNAMESE));
        }
        var english = ARTICLE.as("english");
        var said = VERSION.as("said");
        return notExists(selectOne()
                .from(english)
                .join(said)
                .on(said.ARTICLE_ID.eq(english.ID), said.STATE.eq(inline(Version.State.PUBLISHED.name())))
                .where(english.ORIGINAL_ID.eq(ARTICLE.ID)));
    }

    /** Newest first; a category and a place to go on from are optional. */
    List<Teaser> newest(@Nullable String category, @Nullable After after, int limit) {
        var where = category == null ? noCondition() : VERSION.CATEGORY.eq(category);
        return teasers(where.and(after(after)), limit);
    }

    /** The newest of every category at once: {@code each} of them per category. */
    List<Teaser> perCategory(int each) {
        var rank = DSL.rowNumber()
                .over()
                .partitionBy(VERSION.CATEGORY)
                .orderBy(ARTICLE.FIRST_PUBLISHED_AT.desc(), ARTICLE.ID.desc())
                .as("rank");
        var ranked = db.select(ARTICLE.ID, rank)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .where(listed())
                .asTable("ranked");
        return db.select(A_TEASER)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .join(ranked)
                .on(ranked.field(ARTICLE.ID).eq(ARTICLE.ID))
                .where(ranked.field("rank", Integer.class).le(each))
                .orderBy(ARTICLE.FIRST_PUBLISHED_AT.desc(), ARTICLE.ID.desc())
                .limit(200)
                .fetch(Record1::value1);
    }

    /** The newest with this tag, or of this topic; from a place on. */
    List<Teaser> tagged(String tag, @Nullable After after, int limit) {
        return teasers(VERSION.TAGS.contains(new String[] {tag}).and(after(after)), limit);
    }

    List<Teaser> ofTopic(String topic, @Nullable After after, int limit) {
        return teasers(VERSION.TOPIC.eq(topic).and(after(after)), limit);
    }

    List<Teaser> search(String folded, int limit) {
        return teasers(SearchWords.of(folded).in(VERSION.FOLD), limit);
    }

    /** Of the same category, the most alike by title first. */
    List<Teaser> related(Shown shown, int limit) {
        var likeness = DSL.function(
                "similarity", Double.class, VERSION.TITLE, val(shown.story().title()));
        return db.select(A_TEASER)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .where(VERSION.CATEGORY.eq(shown.story().category()))
                .and(ARTICLE.ID.ne(shown.id().value()))
                .and(listed())
                .orderBy(likeness.desc(), ARTICLE.FIRST_PUBLISHED_AT.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** The newest of the other categories. */
    List<Teaser> other(Shown shown, String noticeCategory, int limit) {
        return teasers(VERSION.CATEGORY.ne(shown.story().category()).and(VERSION.CATEGORY.ne(noticeCategory)), limit);
    }

    List<Teaser> ofUnits(Collection<UnitId> units, int limit) {
        return teasers(ARTICLE.UNIT_ID.in(units), limit);
    }

    private List<Teaser> teasers(Condition where, int limit) {
        return db.select(A_TEASER)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .where(where)
                .and(listed())
                .orderBy(ARTICLE.FIRST_PUBLISHED_AT.desc(), ARTICLE.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    private static Condition after(@Nullable After last) {
        return last == null
                ? noCondition()
                : row(ARTICLE.FIRST_PUBLISHED_AT, ARTICLE.ID)
                        .lt(row(val(last.at(), ARTICLE.FIRST_PUBLISHED_AT), val(last.id())));
    }

    /** The last row of the page before. */
    record After(Instant at, UUID id) {

        static @Nullable After parse(@Nullable String text) {
            var found = ArticleFilter.After.parse(text);
            return found == null ? null : new After(found.at(), found.id());
        }
    }

    /** Where an article stands and when it was last changed. */
    record Placed(String category, String slug, Instant changed) {

        String href() {
            return "/tin/" + category + "/" + slug;
        }
    }

    int count() {
        return db.fetchCount(VERSION, PUBLIC);
    }

    List<Placed> placed(int limit, int offset) {
        return db.select(row(VERSION.CATEGORY, ARTICLE.SLUG, VERSION.PUBLISHED_AT)
                        .mapping(Placed::new))
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .orderBy(ARTICLE.FIRST_PUBLISHED_AT, ARTICLE.ID)
                .limit(limit)
                .offset(offset)
                .fetch(Record1::value1);
    }

    boolean figurePublic(UUID figure) {
        return db.fetchExists(db.selectOne()
                .from(FIGURE_USE)
                .join(VERSION)
                .on(VERSION.ID.eq(FIGURE_USE.VERSION_ID), PUBLIC)
                .where(FIGURE_USE.FIGURE_ID.eq(figure)));
    }

    List<Teaser> printing(UUID figure) {
        return teasers(
                VERSION.ID.in(db.select(FIGURE_USE.VERSION_ID).from(FIGURE_USE).where(FIGURE_USE.FIGURE_ID.eq(figure))),
                10);
    }
}
