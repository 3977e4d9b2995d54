package org.giaoban.portal;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** An article: whose it is, its lasting address, and the meeting it reports. */
record Article(
        ArticleId id,
        UnitId unit,
        String slug,
        @Nullable UUID meeting,
        Instant createdAt,
        @Nullable Instant firstPublishedAt) {

    static Article of(UnitId unit, String slug, @Nullable UUID meeting, Instant now) {
        return new Article(ArticleId.next(), unit, slug, meeting, now, null);
    }
}
