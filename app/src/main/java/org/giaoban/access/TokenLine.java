package org.giaoban.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.ApiToken;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A token in words.
 *
 * @param rights the only rights it keeps; empty: all of its account's
 * @param unit the only unit it keeps; empty: all of its account's
 */
public record TokenLine(
        UUID id,
        String owner,
        String label,
        String shown,
        List<String> rights,
        String unit,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        ApiToken.State state) {

    static TokenLine of(ApiToken token, String owner, String unit, Instant now) {
        var rights = token.limits().capabilities().stream()
                .map(Capability::valueOf)
                .sorted()
                .map(capability -> Texts.text("access.capability." + capability.key()))
                .toList();
        return new TokenLine(
                token.limits().id().value(),
                owner,
                token.label(),
                token.limits().shown(),
                rights,
                unit,
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.state(now));
    }
}
