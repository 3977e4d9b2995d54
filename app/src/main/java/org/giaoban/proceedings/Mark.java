package org.giaoban.proceedings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the roll: what was said about somebody, from when it holds, who wrote it when.
 *
 * @param seq its place in the stream
 */
record Mark(
        long seq,
        UUID attendee,
        int part,
        PresenceState state,
        Instant since,
        @Nullable String reason,
        Way way,
        String by,
        Instant writtenAt) {

    /** How a row came about. */
    enum Way {
        LIST,
        REST,
        CODE,
        SELF,
        STORY
    }
}
