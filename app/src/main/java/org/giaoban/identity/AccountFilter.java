package org.giaoban.identity;

import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows.
 *
 * @param after the last log-in name of the page before
 * @param hidden accounts that the viewer has no business with
 */
public record AccountFilter(
        String words, State state, @Nullable String after, Set<AccountId> hidden) {

    /** Whether open or closed accounts are wanted. */
    public enum State {
        OPEN,
        CLOSED,
        ALL
    }
}
