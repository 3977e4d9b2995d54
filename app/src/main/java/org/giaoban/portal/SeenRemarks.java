package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.REMARK_SEEN;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which remarks about an article somebody has looked at and left as they are. */
@Repository
class SeenRemarks {

    private static final int MOST = 2_000;

    private final DSLContext db;

    SeenRemarks(DSLContext db) {
        this.db = db;
    }

    Set<UUID> of(ArticleId article) {
        return db.select(REMARK_SEEN.REMARK)
                .from(REMARK_SEEN)
                .where(REMARK_SEEN.ARTICLE_ID.eq(article.value()))
                .limit(MOST)
                .fetchSet(REMARK_SEEN.REMARK);
    }

    void add(ArticleId article, Collection<UUID> remarks, AccountId by, Instant at) {
        db.batch(remarks.stream()
                        .map(remark -> db.insertInto(REMARK_SEEN)
                                .set(REMARK_SEEN.ARTICLE_ID, article.value())
                                .set(REMARK_SEEN.REMARK, remark)
                                .set(REMARK_SEEN.SEEN_BY, by.value())
                                .set(REMARK_SEEN.SEEN_AT, at)
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }
}
