package org.giaoban.readers;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.portal.ArticleId;
import org.jspecify.annotations.Nullable;

/** A mistake that a reader saw: the words of the article, what is wrong with them, and what became of it. */
record ErrorReport(UUID id, ArticleId article, UnitId unit, Seen seen, Done done) {

    /** The reader's part. */
    record Seen(String quote, String remark, Instant at) {

        String on() {
            return Formats.dateTime(at);
        }
    }

    /** The office's part. */
    record Done(@Nullable Instant at, @Nullable String by, String note) {

        String on() {
            return Formats.dateTime(at);
        }
    }

    String position() {
        return seen.at() + "_" + id;
    }
}
