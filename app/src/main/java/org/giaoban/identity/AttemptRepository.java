package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.ATTEMPT;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Counts tries to log in. */
@Repository
class AttemptRepository {

    /** Old counts are cleared away a few at a time. */
    private static final int CLEARED_AT_ONCE = 200;

    private final DSLContext db;

    AttemptRepository(DSLContext db) {
        this.db = db;
    }

    /** Counts one try in the window that runs, or begins a new window; gives the count. */
    int count(byte[] key, Instant now, Instant windowStart) {
        var over = ATTEMPT.SINCE.lt(windowStart);
        var counted = db.insertInto(ATTEMPT)
                .set(ATTEMPT.KEY, key)
                .set(ATTEMPT.FAILURES, 1)
                .set(ATTEMPT.SINCE, now)
                .onConflict(ATTEMPT.KEY)
                .doUpdate()
                .set(ATTEMPT.FAILURES, when(over, inline(1)).otherwise(ATTEMPT.FAILURES.plus(1)))
                .set(ATTEMPT.SINCE, when(over, inline(now, ATTEMPT.SINCE)).otherwise(ATTEMPT.SINCE))
                .returning(ATTEMPT.FAILURES)
                .fetchOne(ATTEMPT.FAILURES);
        return Objects.requireNonNull(counted);
    }

    void giveBack(List<byte[]> keys) {
        db.update(ATTEMPT)
                .set(ATTEMPT.FAILURES, greatest(ATTEMPT.FAILURES.minus(1), inline(0)))
                .where(ATTEMPT.KEY.in(keys))
                .execute();
    }

    void delete(byte[] key) {
        db.deleteFrom(ATTEMPT).where(ATTEMPT.KEY.eq(key)).execute();
    }

    void deleteBefore(Instant moment) {
        db.deleteFrom(ATTEMPT)
                .where(ATTEMPT.KEY.in(db.select(ATTEMPT.KEY)
                        .from(ATTEMPT)
                        .where(ATTEMPT.SINCE.lt(moment))
                        .orderBy(ATTEMPT.SINCE)
                        .limit(CLEARED_AT_ONCE)
                        .forUpdate()
                        .skipLocked()))
                .execute();
    }
}
