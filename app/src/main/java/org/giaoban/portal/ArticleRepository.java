package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Refused;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Articles and their versions as the editors work on them. */
@Repository
class ArticleRepository {

    private static final SelectField<Article> AN_ARTICLE = row(
                    ARTICLE.ID.convertFrom(ArticleId::new),
                    ARTICLE.UNIT_ID,
                    ARTICLE.SLUG,
                    ARTICLE.MEETING_ID,
                    ARTICLE.CREATED_AT,
                    ARTICLE.FIRST_PUBLISHED_AT)
            .mapping(Article::new);

    static final SelectField<Version.Story> A_STORY = row(
                    VERSION.CATEGORY,
                    VERSION.TITLE,
                    VERSION.LEAD,
                    VERSION.BODY,
                    row(VERSION.BYLINE, VERSION.SOURCE).mapping(Version.Credit::new),
                    row(VERSION.MEDIA_ID, VERSION.CAPTION, VERSION.ALT).mapping(Version.Picture::new),
                    VERSION.CORRECTION)
            .mapping(Version.Story::new);

    private static final SelectField<Version> A_VERSION = row(
                    VERSION.ID,
                    VERSION.ARTICLE_ID.convertFrom(ArticleId::new),
                    VERSION.NUMBER,
                    VERSION.STATE.convertFrom(Version.State::valueOf),
                    A_STORY,
                    row(
                                    VERSION.REVISION,
                                    VERSION.AUTHOR_ACCOUNT_ID,
                                    VERSION.AUTHOR_NAME,
                                    VERSION.EDITOR_ACCOUNT_ID,
                                    VERSION.CHANGED_AT,
                                    VERSION.COMMENT,
                                    VERSION.APPROVER_NAME,
                                    VERSION.PUBLISHED_AT)
                            .mapping(Version.Hands::new))
            .mapping(Version::new);

    private final DSLContext db;
    private final GalleryRepository galleries;

    ArticleRepository(DSLContext db, GalleryRepository galleries) {
        this.db = db;
        this.galleries = galleries;
    }

    Optional<Article> find(ArticleId id) {
        return db.select(AN_ARTICLE)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(id.value()))
                .fetchOptional(Record1::value1);
    }

    /** Holds the article until the end of the transaction: one act on it at a time. */
    Optional<Article> lock(ArticleId id) {
        return db.select(AN_ARTICLE)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(Record1::value1);
    }

    Optional<Article> ofMeeting(UUID meeting) {
        return db.select(AN_ARTICLE)
                .from(ARTICLE)
                .where(ARTICLE.MEETING_ID.eq(meeting))
                .fetchOptional(Record1::value1);
    }

    boolean slugTaken(String slug) {
        return db.fetchExists(ARTICLE, ARTICLE.SLUG.eq(slug));
    }

    /** False when the address or the meeting already has its article. */
    boolean insert(Article article) {
        return db.insertInto(ARTICLE)
                        .set(ARTICLE.ID, article.id().value())
                        .set(ARTICLE.UNIT_ID, article.unit())
                        .set(ARTICLE.SLUG, article.slug())
                        .set(ARTICLE.MEETING_ID, article.meeting())
                        .set(ARTICLE.CREATED_AT, article.createdAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The newest version: the open one when there is any, else the published one. */
    Optional<Version> newest(ArticleId article) {
        return db.select(A_VERSION)
                .from(VERSION)
                .where(VERSION.ARTICLE_ID.eq(article.value()))
                .orderBy(VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    List<Version> versions(ArticleId article) {
        return db.select(A_VERSION)
                .from(VERSION)
                .where(VERSION.ARTICLE_ID.eq(article.value()))
                .orderBy(VERSION.NUMBER.desc())
                .limit(50)
                .fetch(Record1::value1);
    }

    void insert(Version version) {
        var hands = version.hands();
        db.insertInto(VERSION)
                .set(VERSION.ID, version.id())
                .set(VERSION.ARTICLE_ID, version.article().value())
                .set(VERSION.NUMBER, version.number())
                .set(VERSION.STATE, version.state().name())
                .set(VERSION.AUTHOR_ACCOUNT_ID, hands.author())
                .set(VERSION.AUTHOR_NAME, hands.authorName())
                .set(VERSION.EDITOR_ACCOUNT_ID, hands.editor())
                .set(VERSION.CHANGED_AT, hands.changedAt())
                .set(values(version.story()))
                .execute();
        bind(version);
        if (version.number() > 1) {
            galleries.inherit(version);
        }
    }

    void update(Version version) {
        var hands = version.hands();
        // Beside the constraint on the first picture: no check constraint sees two tables.
        if (version.state() == Version.State.SUBMITTED && galleries.untold(version.id())) {
            throw new Refused("portal.article.alt-missing");
        }
        var changed = db.update(VERSION)
                .set(VERSION.STATE, version.state().name())
                .set(VERSION.REVISION, hands.revision())
                .set(VERSION.EDITOR_ACCOUNT_ID, hands.editor())
                .set(VERSION.CHANGED_AT, hands.changedAt())
                .set(VERSION.COMMENT, hands.comment())
                .set(values(version.story()))
                .where(VERSION.ID.eq(version.id()), VERSION.REVISION.eq(hands.revision() - 1))
                .execute();
        if (changed == 0) {
            throw new Refused("portal.article.stale");
        }
        bind(version);
    }

    private static java.util.Map<org.jooq.Field<?>, Object> values(Version.Story story) {
        var values = new java.util.HashMap<org.jooq.Field<?>, Object>();
        values.put(VERSION.CATEGORY, story.category());
        values.put(VERSION.TITLE, story.title());
        values.put(VERSION.LEAD, story.lead());
        values.put(VERSION.BODY, story.body());
        values.put(VERSION.FOLD, fold(story));
        values.put(VERSION.BYLINE, story.credit().byline());
        values.put(VERSION.SOURCE, story.credit().source());
        values.put(VERSION.MEDIA_ID, story.picture().media());
        values.put(VERSION.CAPTION, story.picture().caption());
        values.put(VERSION.ALT, story.picture().alt());
        values.put(VERSION.CORRECTION, story.correction());
        return values;
    }

    private static String fold(Version.Story story) {
        return VietnameseText.fold(story.title() + "\n" + story.lead() + "\n" + ArticleHtml.plain(story.body()));
    }

    /** Remembers which frozen figures the version prints. */
    private void bind(Version version) {
        db.deleteFrom(FIGURE_USE).where(FIGURE_USE.VERSION_ID.eq(version.id())).execute();
        var rows = ArticleHtml.figures(version.story().body()).stream()
                .map(figure -> row(version.id(), figure))
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(FIGURE_USE, FIGURE_USE.VERSION_ID, FIGURE_USE.FIGURE_ID)
                    .valuesOfRows(rows)
                    .execute();
        }
    }

    /** The published version steps back, the approved one takes its place. */
    void publish(Version version, Viewer approver, Instant now) {
        db.update(VERSION)
                .set(VERSION.STATE, Version.State.REPLACED.name())
                .where(VERSION.ARTICLE_ID.eq(version.article().value()))
                .and(VERSION.STATE.eq(Version.State.PUBLISHED.name()))
                .execute();
        var changed = db.update(VERSION)
                .set(VERSION.STATE, Version.State.PUBLISHED.name())
                .set(VERSION.REVISION, version.hands().revision())
                .set(VERSION.APPROVER_ACCOUNT_ID, approver.account())
                .set(VERSION.APPROVER_NAME, approver.name())
                .set(VERSION.PUBLISHED_AT, now)
                .set(VERSION.COMMENT, "")
                .where(
                        VERSION.ID.eq(version.id()),
                        VERSION.REVISION.eq(version.hands().revision() - 1))
                .execute();
        if (changed == 0) {
            throw new Refused("portal.article.stale");
        }
        db.update(ARTICLE)
                .set(ARTICLE.FIRST_PUBLISHED_AT, org.jooq.impl.DSL.coalesce(ARTICLE.FIRST_PUBLISHED_AT, now))
                .where(ARTICLE.ID.eq(version.article().value()))
                .execute();
    }

    record Listed(Article article, Version version) {}

    /** Newest version of each article of the editors' units, last changed first. */
    List<Listed> list(Scope scope, ArticleFilter filter, int limit) {
        var newer = VERSION.as("newer");
        return db.select(AN_ARTICLE, A_VERSION)
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(scope.condition(ARTICLE.UNIT_ID))
                .andNotExists(db.selectOne()
                        .from(newer)
                        .where(newer.ARTICLE_ID.eq(VERSION.ARTICLE_ID), newer.NUMBER.gt(VERSION.NUMBER)))
                .and(matches(filter))
                .orderBy(VERSION.CHANGED_AT.desc(), VERSION.ID.desc())
                .limit(limit)
                .fetch(found -> new Listed(found.value1(), found.value2()));
    }

    private static Condition matches(ArticleFilter filter) {
        var condition = noCondition();
        if (filter.state() != null) {
            condition = condition.and(VERSION.STATE.eq(filter.state().name()));
        }
        if (filter.words() != null) {
            condition = condition.and(VERSION.FOLD.contains(filter.words()));
        }
        var last = filter.after();
        return last == null
                ? condition
                : condition.and(row(VERSION.CHANGED_AT, VERSION.ID).lt(last.at(), last.id()));
    }

    /** What is not out yet, for the editors of the scope; the newest first. */
    List<Listed> open(SearchWords words, Scope scope, int limit) {
        return db.select(AN_ARTICLE, A_VERSION)
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(VERSION.STATE.in(inline("DRAFT"), inline("SUBMITTED"), inline("RETURNED")))
                .and(words.in(VERSION.FOLD))
                .and(scope.condition(ARTICLE.UNIT_ID))
                .orderBy(VERSION.CHANGED_AT.desc(), VERSION.ID.desc())
                .limit(limit)
                .fetch(found -> new Listed(found.value1(), found.value2()));
    }

    int waiting(Scope scope) {
        return db.fetchCount(db.selectOne()
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(VERSION.STATE.eq(Version.State.SUBMITTED.name()), scope.condition(ARTICLE.UNIT_ID))
                .limit(1000));
    }

    record Use(UUID figure, String title, String category, String slug, ArticleId article, Version.State state) {}

    /** Texts that print one of these figures and are public or being worked on. */
    List<Use> uses(Collection<UUID> figures) {
        return db.select(row(
                                FIGURE_USE.FIGURE_ID,
                                VERSION.TITLE,
                                VERSION.CATEGORY,
                                ARTICLE.SLUG,
                                ARTICLE.ID.convertFrom(ArticleId::new),
                                VERSION.STATE.convertFrom(Version.State::valueOf))
                        .mapping(Use::new))
                .from(FIGURE_USE)
                .join(VERSION)
                .on(VERSION.ID.eq(FIGURE_USE.VERSION_ID))
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(FIGURE_USE.FIGURE_ID.in(figures), VERSION.STATE.ne(Version.State.REPLACED.name()))
                .orderBy(VERSION.CHANGED_AT.desc())
                .limit(1000)
                .fetch(Record1::value1);
    }
}
