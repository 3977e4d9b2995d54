package org.giaoban.portal;

import java.time.Instant;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What a published article announces: something that takes place.
 *
 * @param language of its title
 * @param changed when the article last changed
 */
public record PublishedEvent(
        ArticleId article,
        UnitId unit,
        String title,
        String language,
        String href,
        Instant from,
        @Nullable Instant until,
        String place,
        Instant changed) {}
