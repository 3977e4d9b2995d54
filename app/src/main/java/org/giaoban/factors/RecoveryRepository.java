package org.giaoban.factors;

import static org.giaoban.factors.db.Tables.RECOVERY;
import static org.jooq.impl.DSL.row;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Reads and writes what was asked to give access back. */
@Repository
class RecoveryRepository {

    static final Duration OPEN_FOR = Duration.ofDays(3);

    /** More than these are never open at once in the hands of one officer. */
    private static final int MOST = 200;

    private static final SelectField<Recovery> A_RECOVERY = row(
                    RECOVERY.ID,
                    RECOVERY.ACCOUNT_ID,
                    RECOVERY.REASON,
                    RECOVERY.ASKED_AT,
                    RECOVERY.ASKER_ACCOUNT_ID,
                    RECOVERY.EXPIRES_AT)
            .mapping(Recovery::new);

    private final DSLContext db;

    RecoveryRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Recovery> open(AccountId account, Instant now) {
        return db.select(A_RECOVERY)
                .from(RECOVERY)
                .where(RECOVERY.ACCOUNT_ID.eq(account))
                .and(stillOpen(now))
                .fetchOptional(Record1::value1);
    }

    Optional<Recovery> find(UUID id) {
        return db.select(A_RECOVERY).from(RECOVERY).where(RECOVERY.ID.eq(id)).fetchOptional(Record1::value1);
    }

    List<Recovery> allOpen(Instant now) {
        return db.select(A_RECOVERY)
                .from(RECOVERY)
                .where(stillOpen(now))
                .orderBy(RECOVERY.ASKED_AT)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    void insert(Recovery recovery) {
        db.insertInto(RECOVERY)
                .set(RECOVERY.ID, recovery.id())
                .set(RECOVERY.ACCOUNT_ID, recovery.account())
                .set(RECOVERY.REASON, recovery.reason())
                .set(RECOVERY.ASKED_AT, recovery.askedAt())
                .set(RECOVERY.ASKER_ACCOUNT_ID, recovery.asker())
                .set(RECOVERY.EXPIRES_AT, recovery.expiresAt())
                .execute();
    }

    /** One that nobody confirmed in time makes room for another. */
    void dropExpired(AccountId account, AccountId dropper, Instant now) {
        db.update(RECOVERY)
                .set(RECOVERY.DROPPED_AT, now)
                .set(RECOVERY.DROPPER_ACCOUNT_ID, dropper)
                .where(RECOVERY.ACCOUNT_ID.eq(account))
                .and(RECOVERY.CONFIRMED_AT.isNull())
                .and(RECOVERY.DROPPED_AT.isNull())
                .and(RECOVERY.EXPIRES_AT.le(now))
                .execute();
    }

    /** False when somebody else confirmed or dropped it, or it is too old. */
    boolean confirm(UUID id, AccountId confirmer, Instant now) {
        return db.update(RECOVERY)
                        .set(RECOVERY.CONFIRMED_AT, now)
                        .set(RECOVERY.CONFIRMER_ACCOUNT_ID, confirmer)
                        .where(RECOVERY.ID.eq(id))
                        .and(RECOVERY.ASKER_ACCOUNT_ID.ne(confirmer))
                        .and(stillOpen(now))
                        .execute()
                == 1;
    }

    boolean drop(UUID id, AccountId dropper, Instant now) {
        return db.update(RECOVERY)
                        .set(RECOVERY.DROPPED_AT, now)
                        .set(RECOVERY.DROPPER_ACCOUNT_ID, dropper)
                        .where(RECOVERY.ID.eq(id))
                        .and(stillOpen(now))
                        .execute()
                == 1;
    }

    private static Condition stillOpen(Instant now) {
        return RECOVERY.CONFIRMED_AT.isNull().and(RECOVERY.DROPPED_AT.isNull()).and(RECOVERY.EXPIRES_AT.gt(now));
    }
}
