package org.giaoban.portal;

import static java.util.Objects.requireNonNull;
import static org.giaoban.portal.db.Tables.VIEW_COUNT;
import static org.giaoban.portal.db.Tables.VIEW_KEY;
import static org.giaoban.portal.db.Tables.VIEW_SEEN;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Counts of readings and, for a short while, who has been counted. */
@Repository
class ViewRepository {

    private final DSLContext db;

    ViewRepository(DSLContext db) {
        this.db = db;
    }

    /** True the first time in this interval; two at once meet at the primary key. */
    boolean seen(ArticleId article, byte[] visitor, long slot) {
        return db.insertInto(VIEW_SEEN)
                        .set(VIEW_SEEN.ARTICLE_ID, article.value())
                        .set(VIEW_SEEN.VISITOR, visitor)
                        .set(VIEW_SEEN.SLOT, slot)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void count(ArticleId article) {
        db.insertInto(VIEW_COUNT)
                .set(VIEW_COUNT.ARTICLE_ID, article.value())
                .set(VIEW_COUNT.VIEWS, 1L)
                .onConflict(VIEW_COUNT.ARTICLE_ID)
                .doUpdate()
                .set(VIEW_COUNT.VIEWS, VIEW_COUNT.VIEWS.plus(1))
                .execute();
    }

    void start(ArticleId article, long views) {
        db.insertInto(VIEW_COUNT)
                .set(VIEW_COUNT.ARTICLE_ID, article.value())
                .set(VIEW_COUNT.VIEWS, views)
                .onConflictDoNothing()
                .execute();
    }

    Optional<byte[]> key(LocalDate day) {
        return db.select(VIEW_KEY.KEY)
                .from(VIEW_KEY)
                .where(VIEW_KEY.DAY.eq(day))
                .fetchOptional(VIEW_KEY.KEY);
    }

    /** The day's key: this one, or the one that was there first. */
    byte[] keep(LocalDate day, byte[] key) {
        db.insertInto(VIEW_KEY)
                .set(VIEW_KEY.DAY, day)
                .set(VIEW_KEY.KEY, key)
                .onConflictDoNothing()
                .execute();
        return requireNonNull(db.select(VIEW_KEY.KEY)
                .from(VIEW_KEY)
                .where(VIEW_KEY.DAY.eq(day))
                .fetchOne(VIEW_KEY.KEY));
    }

    int forget(long beforeSlot, LocalDate today) {
        db.deleteFrom(VIEW_KEY).where(VIEW_KEY.DAY.lt(today)).execute();
        return db.deleteFrom(VIEW_SEEN).where(VIEW_SEEN.SLOT.lt(beforeSlot)).execute();
    }
}
