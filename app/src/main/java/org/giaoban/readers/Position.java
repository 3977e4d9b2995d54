package org.giaoban.readers;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the next page of a list goes on. */
record Position(Instant at, UUID id) {

    /** Null for the beginning, and for what nobody gave out. */
    static @Nullable Position parse(@Nullable String written) {
        var parts = written == null ? new String[0] : written.split("_", 2);
        if (parts.length != 2) {
            return null;
        }
        try {
            return new Position(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return null;
        }
    }
}
