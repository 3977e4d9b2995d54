package org.giaoban.tasks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step on the list of a task, ticked off by somebody or not yet. */
record CheckItem(
        UUID id,
        String text,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    static final int LONGEST = 300;
    static final int MOST = 50;

    boolean done() {
        return doneAt != null;
    }
}
