package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.platform.Refused;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Versions on their way out: approved, shown, replaced, withdrawn, each at its hour. */
@Repository
class PublishingRepository {

    private final DSLContext db;

    PublishingRepository(DSLContext db) {
        this.db = db;
    }

    /** Writes down who let it out; with an hour to come it waits for it. */
    void approve(Version version, Viewer approver, @Nullable Instant due) {
        if (version.state() == Version.State.PUBLISHED) {
            stepBack(version.article());
        }
        var hands = version.hands();
        var changed = db.update(VERSION)
                .set(VERSION.STATE, version.state().name())
                .set(VERSION.REVISION, hands.revision())
                .set(VERSION.APPROVER_ACCOUNT_ID, approver.account())
                .set(VERSION.APPROVER_NAME, hands.approverName())
                .set(VERSION.PUBLISHED_AT, hands.publishedAt())
                .set(VERSION.DUE_AT, due)
                .set(VERSION.COMMENT, "")
                .where(VERSION.ID.eq(version.id()), VERSION.REVISION.eq(hands.revision() - 1))
                .execute();
        if (changed == 0) {
            throw new Refused("portal.article.stale");
        }
        first(version);
    }

    /** An approved version takes the place of the one before. */
    void out(Version version) {
        stepBack(version.article());
        db.update(VERSION)
                .set(VERSION.STATE, Version.State.PUBLISHED.name())
                .set(VERSION.REVISION, version.hands().revision())
                .set(VERSION.PUBLISHED_AT, version.hands().publishedAt())
                .where(VERSION.ID.eq(version.id()))
                .execute();
        first(version);
    }

    private void stepBack(ArticleId article) {
        db.update(VERSION)
                .set(VERSION.STATE, Version.State.REPLACED.name())
                .where(VERSION.ARTICLE_ID.eq(article.value()))
                .and(VERSION.STATE.in(Version.State.PUBLISHED.name(), Version.State.WITHDRAWN.name()))
                .execute();
    }

    /** The day it was published elsewhere, or else when its first version came out here. */
    private void first(Version version) {
        if (version.hands().publishedAt() != null) {
            var here = db.select(min(VERSION.PUBLISHED_AT))
                    .from(VERSION)
                    .where(VERSION.ARTICLE_ID.eq(version.article().value()));
            var elsewhere = val(version.story().credit().first(), VERSION.PUBLISHED_AT);
            db.update(ARTICLE)
                    .set(ARTICLE.FIRST_PUBLISHED_AT, least(elsewhere, field(here)))
                    .where(ARTICLE.ID.eq(version.article().value()))
                    .execute();
        }
    }

    /** False when there was nothing to be seen. */
    boolean withdraw(ArticleId article, String why) {
        db.update(ARTICLE)
                .setNull(ARTICLE.WITHDRAW_AT)
                .where(ARTICLE.ID.eq(article.value()))
                .execute();
        return db.update(VERSION)
                        .set(VERSION.STATE, Version.State.WITHDRAWN.name())
                        .set(VERSION.COMMENT, why)
                        .where(VERSION.ARTICLE_ID.eq(article.value()))
                        .and(VERSION.STATE.eq(Version.State.PUBLISHED.name()))
                        .execute()
                == 1;
    }

    void withdrawAt(ArticleId article, @Nullable Instant at) {
        db.update(ARTICLE)
                .set(ARTICLE.WITHDRAW_AT, at)
                .where(ARTICLE.ID.eq(article.value()))
                .execute();
    }

    @Nullable
    Instant dueAt(UUID version) {
        return db.select(VERSION.DUE_AT)
                .from(VERSION)
                .where(VERSION.ID.eq(version))
                .fetchOne(VERSION.DUE_AT);
    }

    /** Articles with an approved version whose hour has come. */
    List<ArticleId> due(Instant now, int limit) {
        return db.select(VERSION.ARTICLE_ID)
                .from(VERSION)
                .where(VERSION.STATE.eq(Version.State.APPROVED.name()), VERSION.DUE_AT.le(now))
                .orderBy(VERSION.DUE_AT)
                .limit(limit)
                .fetch(found -> new ArticleId(found.value1()));
    }

    List<ArticleId> toWithdraw(Instant now, int limit) {
        return db.select(ARTICLE.ID)
                .from(ARTICLE)
                .where(ARTICLE.WITHDRAW_AT.le(now))
                .orderBy(ARTICLE.WITHDRAW_AT)
                .limit(limit)
                .fetch(found -> new ArticleId(found.value1()));
    }
}
