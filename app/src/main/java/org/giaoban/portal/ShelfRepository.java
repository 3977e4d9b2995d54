package org.giaoban.portal;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static org.giaoban.portal.PublicRepository.A_TEASER;
import static org.giaoban.portal.PublicRepository.PUBLIC;
import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.CATEGORY;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.SHELF;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
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
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What stands on the shelf before visitors: lists, neighbours and the map of the site, however many articles there are. */
@Repository
class ShelfRepository {

    /** Among how many the most alike are looked for. */
    private static final int ALIKE = 100;

    private final DSLContext db;

    ShelfRepository(DSLContext db) {
        this.db = db;
    }

    /** Newest first; a category and a place to go on from are optional. */
    List<Teaser> newest(@Nullable String category, @Nullable After after, int limit) {
        var where = category == null ? noCondition() : SHELF.CATEGORY.eq(category);
        return teasers(where.and(after(after)), limit);
    }

    /** The newest with this tag, or of this topic; from a place on. */
    List<Teaser> tagged(String tag, @Nullable After after, int limit) {
        var texts =
                db.select(VERSION.ARTICLE_ID).from(VERSION).where(PUBLIC, VERSION.TAGS.contains(new String[] {tag}));
        return teasers(SHELF.ARTICLE_ID.in(texts).and(after(after)), limit);
    }

    List<Teaser> ofTopic(String topic, @Nullable After after, int limit) {
        return teasers(SHELF.TOPIC.eq(topic).and(after(after)), limit);
    }

    /** The newest of every category at once: {@code each} of them per category. */
    List<Teaser> perCategory(int each) {
        var own = db.select(SHELF.ARTICLE_ID)
                .from(SHELF)
                .where(SHELF.CATEGORY.eq(CATEGORY.CODE), spoken())
                .orderBy(SHELF.PUBLISHED_AT.desc(), SHELF.ARTICLE_ID.desc())
                .limit(each);
        var ids = db.select(own.asTable("own").field(SHELF.ARTICLE_ID))
                .from(CATEGORY)
                .crossJoin(lateral(own.asTable("own")))
                .fetch(Record1::value1);
        return of(ids).stream()
                .sorted(comparing(Teaser::publishedAt)
                        .thenComparing(Teaser::article)
                        .reversed())
                .toList();
    }

    /** Published articles by their ids, in no order. */
    List<Teaser> of(Collection<UUID> ids) {
        return db.select(A_TEASER)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .where(ARTICLE.ID.in(ids))
                .fetch(Record1::value1);
    }

    /** An article that was looked for, with its text. */
    record Found(Teaser teaser, String body) {}

    /** In the order of the ids. */
    List<Found> found(List<UUID> ids) {
        var found = db.select(A_TEASER, VERSION.BODY)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .where(ARTICLE.ID.in(ids))
                .fetch(each -> new Found(each.value1(), each.value2()));
        return found.stream()
                .sorted(comparingInt(each -> ids.indexOf(each.teaser().article())))
                .toList();
    }

    /** Of the newest of the same category, the most alike by title first. */
    List<Teaser> related(PublicRepository.Shown shown, int limit) {
        var near = db.select(SHELF.ARTICLE_ID)
                .from(SHELF)
                .where(SHELF.CATEGORY.eq(shown.story().category()), spoken())
                .and(SHELF.ARTICLE_ID.ne(shown.id().value()))
                .orderBy(SHELF.PUBLISHED_AT.desc(), SHELF.ARTICLE_ID.desc())
                .limit(ALIKE);
        var likeness = DSL.function(
                "similarity", Double.class, VERSION.TITLE, val(shown.story().title()));
        return db.select(A_TEASER)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .where(ARTICLE.ID.in(near))
                .orderBy(likeness.desc(), ARTICLE.FIRST_PUBLISHED_AT.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** The newest of the same topic, without the article itself; none where it has no topic. */
    List<Teaser> sameTopic(PublicRepository.Shown shown, int limit) {
        var own = SHELF.as("own");
        var topic = db.select(own.TOPIC)
                .from(own)
                .where(own.ARTICLE_ID.eq(shown.id().value()));
        return teasers(SHELF.TOPIC.eq(topic).and(SHELF.ARTICLE_ID.ne(shown.id().value())), limit);
    }

    /** The next older one of the same category. */
    Optional<Teaser> older(PublicRepository.Shown shown) {
        var before = row(SHELF.PUBLISHED_AT, SHELF.ARTICLE_ID)
                .lt(row(val(shown.first(), SHELF.PUBLISHED_AT), val(shown.id().value())));
        return teasers(SHELF.CATEGORY.eq(shown.story().category()).and(before), 1).stream()
                .findFirst();
    }

    /** The next newer one of the same category. */
    Optional<Teaser> newer(PublicRepository.Shown shown) {
        var later = row(SHELF.PUBLISHED_AT, SHELF.ARTICLE_ID)
                .gt(row(val(shown.first(), SHELF.PUBLISHED_AT), val(shown.id().value())));
        var next = db.select(SHELF.ARTICLE_ID)
                .from(SHELF)
                .where(SHELF.CATEGORY.eq(shown.story().category()), later, spoken())
                .orderBy(SHELF.PUBLISHED_AT, SHELF.ARTICLE_ID)
                .limit(1);
        return of(next.fetch(Record1::value1)).stream().findFirst();
    }

    /** The newest of the other categories. */
    List<Teaser> other(PublicRepository.Shown shown, String noticeCategory, int limit) {
        return teasers(SHELF.CATEGORY.ne(shown.story().category()).and(SHELF.CATEGORY.ne(noticeCategory)), limit);
    }

    List<Teaser> ofUnits(Collection<UnitId> units, int limit) {
        return teasers(SHELF.UNIT_ID.in(units), limit);
    }

    /** The few places on the shelf first, so that no more texts are opened than are shown. */
    private List<Teaser> teasers(Condition where, int limit) {
        var places = db.select(SHELF.ARTICLE_ID)
                .from(SHELF)
                .where(where, spoken())
                .orderBy(SHELF.PUBLISHED_AT.desc(), SHELF.ARTICLE_ID.desc())
                .limit(limit);
        return db.select(A_TEASER)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PUBLIC)
                .where(ARTICLE.ID.in(places))
                .orderBy(ARTICLE.FIRST_PUBLISHED_AT.desc(), ARTICLE.ID.desc())
                .fetch(Record1::value1);
    }

    /** Lists hold what was written in Vietnamese; for readers of English what was said in English stands in its place. */
    static Condition spoken() {
        if (!Texts.language().equals(Article.ENGLISH)) {
            return SHELF.LANGUAGE.eq(inline(Article.VIETNAMESE));
        }
        var english = ARTICLE.as("english");
        var said = SHELF.as("said");
        return notExists(selectOne()
                .from(english)
                .join(said)
                .on(said.ARTICLE_ID.eq(english.ID))
                .where(english.ORIGINAL_ID.eq(SHELF.ARTICLE_ID)));
    }

    private static Condition after(@Nullable After last) {
        return last == null
                ? noCondition()
                : row(SHELF.PUBLISHED_AT, SHELF.ARTICLE_ID).lt(row(val(last.at(), SHELF.PUBLISHED_AT), val(last.id())));
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
        return db.fetchCount(SHELF);
    }

    List<Placed> placed(int limit, int offset) {
        return db.select(row(SHELF.CATEGORY, ARTICLE.SLUG, SHELF.CHANGED_AT).mapping(Placed::new))
                .from(SHELF)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(SHELF.ARTICLE_ID))
                .orderBy(SHELF.PUBLISHED_AT, SHELF.ARTICLE_ID)
                .limit(limit)
                .offset(offset)
                .fetch(Record1::value1);
    }

    List<Teaser> printing(UUID figure) {
        var texts = db.select(VERSION.ARTICLE_ID)
                .from(FIGURE_USE)
                .join(VERSION)
                .on(VERSION.ID.eq(FIGURE_USE.VERSION_ID), PUBLIC)
                .where(FIGURE_USE.FIGURE_ID.eq(figure));
        return teasers(SHELF.ARTICLE_ID.in(texts), 10);
    }
}
