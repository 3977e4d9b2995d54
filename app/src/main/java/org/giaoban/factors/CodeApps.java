package org.giaoban.factors;

import static org.giaoban.factors.db.Tables.CODE_APP;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.giaoban.kernel.AccountId;
import org.giaoban.platform.MachineTime;
import org.giaoban.vault.Place;
import org.giaoban.vault.Sealed;
import org.giaoban.vault.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The code apps of accounts: their sealed secrets, and the last step of which a code was used. */
@Repository
class CodeApps {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext db;
    private final Vault vault;
    private final Clock clock;
    private final InstantSource time;

    CodeApps(DSLContext db, Vault vault, Clock clock, MachineTime time) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
        this.time = time;
    }

    /** Begins with a secret, unless there is one: not confirmed yet, or of an app in use. */
    void begin(AccountId account) {
        var bytes = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        var sealed = vault.seal(
                FactorSecrets.PURPOSE, place(account), Base64.getEncoder().encodeToString(bytes));
        db.insertInto(CODE_APP)
                .set(CODE_APP.ACCOUNT_ID, account)
                .set(CODE_APP.SECRET, sealed.bytes())
                .set(CODE_APP.MADE_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    /** The secret that waits for the first code of the app. */
    Optional<byte[]> begun(AccountId account) {
        return secret(account, false);
    }

    /** When the owner showed that the app makes the right codes. */
    Optional<Instant> since(AccountId account) {
        return db.select(CODE_APP.CONFIRMED_AT)
                .from(CODE_APP)
                .where(CODE_APP.ACCOUNT_ID.eq(account))
                .and(CODE_APP.CONFIRMED_AT.isNotNull())
                .fetchOptional(CODE_APP.CONFIRMED_AT);
    }

    byte[] secretOf(AccountId account) {
        return secret(account, true).orElseThrow();
    }

    boolean confirm(AccountId account, String code) {
        return accept(account, code, false)
                && db.update(CODE_APP)
                                .set(CODE_APP.CONFIRMED_AT, clock.instant())
                                .where(CODE_APP.ACCOUNT_ID.eq(account))
                                .and(CODE_APP.CONFIRMED_AT.isNull())
                                .execute()
                        == 1;
    }

    /** Whether it is a code of now; it counts once, however often and at however many doors it is tried. */
    boolean accept(AccountId account, String code) {
        return accept(account, code, true);
    }

    void remove(AccountId account) {
        db.deleteFrom(CODE_APP).where(CODE_APP.ACCOUNT_ID.eq(account)).execute();
    }

    private boolean accept(AccountId account, String code, boolean confirmed) {
        var secret = secret(account, confirmed);
        if (secret.isEmpty()) {
            return false;
        }
        var step = Totp.match(secret.get(), code, time.instant());
        return step.isPresent()
                && db.update(CODE_APP)
                                .set(CODE_APP.LAST_STEP, step.getAsLong())
                                .where(CODE_APP.ACCOUNT_ID.eq(account))
                                .and(CODE_APP.LAST_STEP.lt(step.getAsLong()))
                                .execute()
                        == 1;
    }

    private Optional<byte[]> secret(AccountId account, boolean confirmed) {
        return db.select(CODE_APP.SECRET)
                .from(CODE_APP)
                .where(CODE_APP.ACCOUNT_ID.eq(account))
                .and(confirmed ? CODE_APP.CONFIRMED_AT.isNotNull() : CODE_APP.CONFIRMED_AT.isNull())
                .fetchOptional(CODE_APP.SECRET)
                .map(bytes -> Base64.getDecoder()
                        .decode(vault.open(FactorSecrets.PURPOSE, place(account), new Sealed(bytes))));
    }

    private static Place place(AccountId account) {
        return new Place("factors.code_app", "secret", account.value());
    }
}
