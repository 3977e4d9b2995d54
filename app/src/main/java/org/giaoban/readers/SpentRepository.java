package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.SPENT;

import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Challenges that have been used. */
@Repository
class SpentRepository {

    private final DSLContext db;

    SpentRepository(DSLContext db) {
        this.db = db;
    }

    /** True the first time; two at once meet at the primary key. */
    boolean spend(String challenge, Instant expires) {
        return db.insertInto(SPENT)
                        .set(SPENT.CHALLENGE, challenge)
                        .set(SPENT.EXPIRES_AT, expires)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void forget(Instant now) {
        db.deleteFrom(SPENT).where(SPENT.EXPIRES_AT.lt(now)).execute();
    }
}
