package org.giaoban.identity;

import java.time.Instant;
import java.util.Set;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to make a token.
 *
 * @param label what it is for, in its owner's words
 * @param capabilities names of the only capabilities it keeps; empty: all of the account's
 * @param unit the only unit it keeps, with all below; null: all of the account's
 */
public record NewToken(
        AccountId account,
        String label,
        Set<String> capabilities,
        @Nullable UnitId unit,
        @Nullable Instant expiresAt) {}
