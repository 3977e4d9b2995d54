package org.giaoban.identity;

import java.time.Instant;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it: everything but the password. */
public record Account(
        AccountId id,
        String login,
        String name,
        @Nullable PersonId person,
        @Nullable String email,
        boolean mustChangePassword,
        int stamp,
        Instant createdAt,
        @Nullable Instant disabledAt,
        @Nullable Instant lastSeenAt) {

    public boolean open() {
        return disabledAt == null;
    }

    /** Whether its owner ever signed in. */
    public boolean entered() {
        return lastSeenAt != null;
    }

    Viewer viewer() {
        return new Viewer(id, person, login, name);
    }

    /** The account's program: a token that may do less stands for no person, who could do more by being somebody. */
    Viewer viewer(TokenLimits token) {
        return new Viewer(id, token.narrow() ? null : person, login, name, token);
    }
}
