package org.giaoban.proceedings;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A speech that was held.
 *
 * @param item the item of the agenda it belongs to; null when it belongs to none
 * @param summary what was said, in short; empty when nobody wrote it down
 */
public record Speech(
        UUID id,
        @Nullable UUID item,
        @Nullable PersonId person,
        @Nullable UnitId unit,
        String name,
        String title,
        Instant startedAt,
        Instant endedAt,
        String summary) {

    public long seconds() {
        return Duration.between(startedAt, endedAt).toSeconds();
    }
}
