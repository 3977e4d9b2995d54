package org.giaoban.preparation;

import java.time.Instant;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What one invited person has of the notice. */
record Receipt(
        PersonId person,
        Instant toldAt,
        @Nullable Instant firstSeenAt,
        @Nullable Integer seenSequence,
        @Nullable Reply reply,
        @Nullable String reason) {

    /** What the person says to the invitation. */
    enum Reply {
        COMING,
        ONLINE,
        EXCUSE
    }
}
