package org.giaoban.reporting;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** One saved version of a return: where it came from, who saved it and when. */
record Version(
        int number,
        Origin origin,
        @Nullable UUID file,
        @Nullable String fileName,
        @Nullable String sha256,
        String fingerprint,
        Instant savedAt,
        AccountId account) {

    /** How the values came in. */
    enum Origin {
        SCREEN,
        XLSX,
        ODS,
        API
    }
}
