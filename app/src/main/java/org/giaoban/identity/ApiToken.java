package org.giaoban.identity;

import java.time.Instant;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** A token of the API as its owner and administrators see it: everything but the token. */
public record ApiToken(
        TokenLimits limits,
        AccountId account,
        String label,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** Whether it opens anything. */
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.VALID;
    }
}
