package org.giaoban.portal;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.platform.Formats;
import org.jspecify.annotations.Nullable;

/** A published article in a list. */
public record Teaser(
        UUID article,
        String category,
        String slug,
        String title,
        String lead,
        Instant publishedAt,
        @Nullable UUID media,
        String alt) {

    public String href() {
        return "/tin/" + category + "/" + slug;
    }

    public String on() {
        return Formats.date(publishedAt);
    }

    public @Nullable String picture() {
        return media == null ? null : "/anh/" + media;
    }

    /** Where it stands among the newest, for the next page. */
    String position() {
        return publishedAt + "_" + article;
    }
}
