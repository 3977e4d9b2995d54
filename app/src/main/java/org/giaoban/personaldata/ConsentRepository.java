package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.CONSENT;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.Map;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The rows of consents: a row says who agreed to what, in which words, and since when no longer. */
@Repository
class ConsentRepository {

    private final DSLContext db;

    ConsentRepository(DSLContext db) {
        this.db = db;
    }

    /** False when it was given already. */
    boolean give(AccountId account, String purpose, Instant at, String words) {
        return db.insertInto(CONSENT)
                        .set(CONSENT.ID, Uuid7.next())
                        .set(CONSENT.ACCOUNT_ID, account)
                        .set(CONSENT.PURPOSE, purpose)
                        .set(CONSENT.GIVEN_AT, at)
                        .set(CONSENT.WORDS, words)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when there was none. */
    boolean withdraw(AccountId account, String purpose, Instant at) {
        return db.update(CONSENT)
                        .set(CONSENT.WITHDRAWN_AT, at)
                        .where(CONSENT.ACCOUNT_ID.eq(account))
                        .and(CONSENT.PURPOSE.eq(purpose))
                        .and(CONSENT.WITHDRAWN_AT.isNull())
                        .execute()
                > 0;
    }

    /** Since when an account agrees, by purpose. */
    Map<String, Instant> of(AccountId account) {
        return db.select(CONSENT.PURPOSE, CONSENT.GIVEN_AT)
                .from(CONSENT)
                .where(CONSENT.ACCOUNT_ID.eq(account))
                .and(CONSENT.WITHDRAWN_AT.isNull())
                .fetchMap(CONSENT.PURPOSE, CONSENT.GIVEN_AT);
    }

    /** How many agree, by purpose. */
    Map<String, Integer> counts() {
        var many = count();
        return db.select(CONSENT.PURPOSE, many)
                .from(CONSENT)
                .where(CONSENT.WITHDRAWN_AT.isNull())
                .groupBy(CONSENT.PURPOSE)
                .fetchMap(CONSENT.PURPOSE, many);
    }
}
