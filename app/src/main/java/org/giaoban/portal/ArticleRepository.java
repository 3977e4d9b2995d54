package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.platform.Refused;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** Articles and their versions as the editors work on them. */
@Repository
class ArticleRepository {

    private final DSLContext db;
    private final GalleryRepository galleries;

    ArticleRepository(DSLContext db, GalleryRepository galleries) {
        this.db = db;
        this.galleries = galleries;
    }

    Optional<Article> find(ArticleId id) {
        return db.select(VersionRows.AN_ARTICLE)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(id.value()))
                .fetchOptional(Record1::value1);
    }

    /** Holds the article until the end of the transaction: one act on it at a time. */
    Optional<Article> lock(ArticleId id) {
        return db.select(VersionRows.AN_ARTICLE)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(Record1::value1);
    }

    Optional<Article> ofMeeting(UUID meeting) {
        return db.select(VersionRows.AN_ARTICLE)
                .from(ARTICLE)
                .where(ARTICLE.MEETING_ID.eq(meeting))
                .fetchOptional(Record1::value1);
    }

    /** The article that says this one in English. */
    Optional<Article> englishOf(ArticleId original) {
        return db.select(VersionRows.AN_ARTICLE)
                .from(ARTICLE)
                .where(ARTICLE.ORIGINAL_ID.eq(original.value()))
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
                        .set(ARTICLE.LANGUAGE, article.speech().language())
                        .set(
                                ARTICLE.ORIGINAL_ID,
                                VersionRows.value(article.speech().original()))
                        .set(ARTICLE.MEETING_ID, article.meeting())
                        .set(ARTICLE.CREATED_AT, article.createdAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean isPublic(ArticleId article) {
        return db.fetchExists(
                VERSION, VERSION.ARTICLE_ID.eq(article.value()), VERSION.STATE.eq(Version.State.PUBLISHED.name()));
    }

    /** The newest version: the open one when there is any, else the published one. */
    Optional<Version> newest(ArticleId article) {
        return db.select(VersionRows.A_VERSION)
                .from(VERSION)
                .where(VERSION.ARTICLE_ID.eq(article.value()))
                .orderBy(VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    /** The version visitors read. */
    Optional<Version> published(ArticleId article) {
        return db.select(VersionRows.A_VERSION)
                .from(VERSION)
                .where(VERSION.ARTICLE_ID.eq(article.value()), PublicRepository.PUBLIC)
                .orderBy(VERSION.NUMBER.desc())
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    List<Version> versions(ArticleId article) {
        return db.select(VersionRows.A_VERSION)
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
                .set(VersionRows.values(version.story()))
                .execute();
        bind(version);
        galleries.inherit(version);
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
                .setNull(VERSION.APPROVER_ACCOUNT_ID)
                .setNull(VERSION.APPROVER_NAME)
                .setNull(VERSION.DUE_AT)
                .set(VersionRows.values(version.story()))
                .where(VERSION.ID.eq(version.id()), VERSION.REVISION.eq(hands.revision() - 1))
                .execute();
        if (changed == 0) {
            throw new Refused("portal.article.stale");
        }
        bind(version);
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
}
