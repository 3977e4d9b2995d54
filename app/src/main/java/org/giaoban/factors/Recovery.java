package org.giaoban.factors;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Uuid7;

/** A way in that somebody asks to be given again to the owner of an account; it needs a second officer. */
record Recovery(UUID id, AccountId account, String reason, Instant askedAt, AccountId asker, Instant expiresAt) {

    static Recovery of(AccountId account, String reason, AccountId asker, Instant now) {
        return new Recovery(Uuid7.next(), account, reason, now, asker, now.plus(RecoveryRepository.OPEN_FOR));
    }
}
