package org.giaoban.identity;

import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * The token a program came with, and how it narrows what its account may do.
 *
 * @param shown the beginning of the token, by which people recognise it
 * @param capabilities names of the only capabilities left; empty: all of the account's
 * @param unit the only unit left, with all below it; null: all of the account's
 */
public record TokenLimits(
        TokenId id,
        String shown,
        Set<String> capabilities,
        @Nullable UnitId unit) {

    public TokenLimits {
        capabilities = Set.copyOf(capabilities);
    }

    /** Whether it can do less than its account. */
    public boolean narrow() {
        return unit != null || !capabilities.isEmpty();
    }
}
