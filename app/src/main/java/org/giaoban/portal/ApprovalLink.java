package org.giaoban.portal;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** A link by which one reader decides once about one version. */
record ApprovalLink(
        UUID id,
        ArticleId article,
        UUID version,
        int revision,
        String reader,
        Maker maker,
        Instant expiresAt,
        @Nullable Ending ending) {

    /** Who made it and answers for it. */
    record Maker(AccountId account, String name, Instant at) {}

    /** How it came to its end. */
    enum Ending {
        APPROVED,
        RETURNED,
        REVOKED;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean open(Instant now) {
        return ending == null && expiresAt.isAfter(now);
    }

    /** Whether the version is still word for word the one the link was made for. */
    boolean about(Version newest) {
        return newest.id().equals(version)
                && newest.hands().revision() == revision
                && newest.state() == Version.State.SUBMITTED;
    }
}
