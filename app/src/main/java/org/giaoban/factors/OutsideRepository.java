package org.giaoban.factors;

import static org.giaoban.factors.db.Tables.OUTSIDE;
import static org.jooq.impl.DSL.row;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** For whom the other server vouches: one person there is one account here, and the other way round. */
@Repository
class OutsideRepository {

    private final DSLContext db;
    private final Clock clock;

    OutsideRepository(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What an account is tied to. */
    public record Tie(String name, Instant madeAt, @Nullable Instant usedAt) {}

    Optional<Tie> of(AccountId account, String issuer) {
        SelectField<Tie> aTie =
                row(OUTSIDE.NAME, OUTSIDE.MADE_AT, OUTSIDE.USED_AT).mapping(Tie::new);
        return db.select(aTie)
                .from(OUTSIDE)
                .where(OUTSIDE.ACCOUNT_ID.eq(account), OUTSIDE.ISSUER.eq(issuer))
                .fetchOptional(Record1::value1);
    }

    /** The account tied to somebody there; notes that it was used. */
    Optional<AccountId> use(Outside who) {
        return db.update(OUTSIDE)
                .set(OUTSIDE.USED_AT, clock.instant())
                .where(OUTSIDE.ISSUER.eq(who.issuer()), OUTSIDE.SUBJECT.eq(who.subject()))
                .returning(OUTSIDE.ACCOUNT_ID)
                .fetchOptional(OUTSIDE.ACCOUNT_ID);
    }

    /** Fails when either of the two is tied already. */
    void tie(AccountId account, Outside who) {
        db.insertInto(OUTSIDE)
                .set(OUTSIDE.ID, Uuid7.next())
                .set(OUTSIDE.ACCOUNT_ID, account)
                .set(OUTSIDE.ISSUER, who.issuer())
                .set(OUTSIDE.SUBJECT, who.subject())
                .set(OUTSIDE.NAME, who.name())
                .set(OUTSIDE.MADE_AT, clock.instant())
                .execute();
    }

    boolean untie(AccountId account) {
        return db.deleteFrom(OUTSIDE).where(OUTSIDE.ACCOUNT_ID.eq(account)).execute() > 0;
    }
}
