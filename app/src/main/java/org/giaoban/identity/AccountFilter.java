package org.giaoban.identity;

import org.jspecify.annotations.Nullable;

/** Which accounts a list shows; {@code after} is the last log-in name of the page before. */
public record AccountFilter(
        String words, State state, @Nullable String after) {

    /** Whether closed accounts are wanted too, or alone. */
    public enum State {
        OPEN,
        CLOSED,
        ALL
    }
}
