package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.ACCOUNT;
import static org.jooq.impl.DSL.coalesce;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.VietnameseText;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Reads and writes accounts. */
@Repository
class AccountRepository {

    private final DSLContext db;
    private final TokenNumber tokens;
    private final AccountRows rows;

    AccountRepository(DSLContext db, TokenNumber tokens, AccountRows rows) {
        this.db = db;
        this.tokens = tokens;
        this.rows = rows;
    }

    Optional<Account> find(AccountId id) {
        return one(ACCOUNT.ID.eq(id.value()));
    }

    Optional<Account> byLogin(String login) {
        return one(ACCOUNT.LOGIN.eq(login));
    }

    Optional<String> passwordHash(AccountId id) {
        return db.select(ACCOUNT.PASSWORD_HASH)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(id.value()))
                .fetchOptional(ACCOUNT.PASSWORD_HASH);
    }

    Map<AccountId, String> names(Collection<AccountId> ids) {
        return db.select(ACCOUNT.ID, ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(values(ids)))
                .fetchMap(found -> new AccountId(found.value1()), found -> found.value2());
    }

    Map<AccountId, String> emails(Collection<AccountId> ids) {
        return db.select(ACCOUNT.ID, ACCOUNT.EMAIL)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(values(ids)))
                .and(ACCOUNT.EMAIL.isNotNull())
                .and(ACCOUNT.DISABLED_AT.isNull())
                .fetchMap(found -> new AccountId(found.value1()), found -> rows.open(found.value1(), found.value2()));
    }

    Map<String, String> logins(Collection<AccountId> ids) {
        return db.select(ACCOUNT.LOGIN, ACCOUNT.NAME)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(values(ids)), ACCOUNT.DISABLED_AT.isNull())
                .orderBy(ACCOUNT.NAME, ACCOUNT.LOGIN)
                .fetchMap(ACCOUNT.LOGIN, ACCOUNT.NAME);
    }

    Set<AccountId> open(Collection<AccountId> ids) {
        return db.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(values(ids)), ACCOUNT.DISABLED_AT.isNull())
                .fetchSet(found -> new AccountId(found.value1()));
    }

    Map<PersonId, AccountId> ofPersons(Collection<PersonId> persons) {
        return db.select(ACCOUNT.PERSON_ID, ACCOUNT.ID)
                .distinctOn(ACCOUNT.PERSON_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.PERSON_ID.in(persons))
                .and(ACCOUNT.DISABLED_AT.isNull())
                .orderBy(ACCOUNT.PERSON_ID, ACCOUNT.CREATED_AT)
                .fetchMap(found -> found.value1(), found -> new AccountId(found.value2()));
    }

    /** Accounts whose name or log-in name contains the words, tones and case aside, after the given log-in name. */
    List<Account> page(AccountFilter filter, int most) {
        var wanted = switch (filter.state()) {
            case ALL -> DSL.noCondition();
            case OPEN -> ACCOUNT.DISABLED_AT.isNull();
            case CLOSED -> ACCOUNT.DISABLED_AT.isNotNull();
        };
        var after = filter.after() == null ? DSL.noCondition() : ACCOUNT.LOGIN.gt(filter.after());
        return db.select(rows.account())
                .from(ACCOUNT)
                .where(wanted)
                .and(after)
                .and(ACCOUNT.ID.notIn(values(filter.hidden())))
                .and(matching(filter.words()))
                .orderBy(ACCOUNT.LOGIN)
                .limit(most)
                .fetch(Record1::value1);
    }

    void insert(Account account, String passwordHash) {
        db.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, account.id().value())
                .set(ACCOUNT.LOGIN, account.login())
                .set(ACCOUNT.NAME, account.name())
                .set(ACCOUNT.PERSON_ID, account.person())
                .set(ACCOUNT.EMAIL, rows.close(account.id().value(), account.email()))
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.PASSWORD_CHANGED_AT, account.createdAt())
                .set(ACCOUNT.MUST_CHANGE_PASSWORD, account.mustChangePassword())
                .set(ACCOUNT.STAMP, account.stamp())
                .set(ACCOUNT.CREATED_AT, account.createdAt())
                .execute();
    }

    /** A new password ends every other session: the stamp counts up. */
    void changePassword(AccountId id, String hash, boolean mustChange, Instant now) {
        db.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD_HASH, hash)
                .set(ACCOUNT.PASSWORD_CHANGED_AT, now)
                .set(ACCOUNT.MUST_CHANGE_PASSWORD, mustChange)
                .set(ACCOUNT.STAMP, ACCOUNT.STAMP.plus(1))
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
        tokens.renew();
    }

    void close(AccountId id, Instant now) {
        db.update(ACCOUNT)
                .set(ACCOUNT.DISABLED_AT, coalesce(ACCOUNT.DISABLED_AT, DSL.val(now)))
                .set(ACCOUNT.STAMP, ACCOUNT.STAMP.plus(1))
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
        tokens.renew();
    }

    void reopen(AccountId id) {
        db.update(ACCOUNT)
                .setNull(ACCOUNT.DISABLED_AT)
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
        tokens.renew();
    }

    void seen(AccountId id, Instant now) {
        db.update(ACCOUNT)
                .set(ACCOUNT.LAST_SEEN_AT, now)
                .where(ACCOUNT.ID.eq(id.value()))
                .execute();
    }

    private Optional<Account> one(Condition which) {
        return db.select(rows.account()).from(ACCOUNT).where(which).fetchOptional(Record1::value1);
    }

    private static Condition matching(String words) {
        if (words.isBlank()) {
            return DSL.noCondition();
        }
        var folded = DSL.function("platform.vn_fold", SQLDataType.CLOB, ACCOUNT.NAME);
        return folded.contains(VietnameseText.fold(words)).or(ACCOUNT.LOGIN.contains(VietnameseText.fold(words)));
    }

    private static List<UUID> values(Collection<AccountId> ids) {
        return ids.stream().map(AccountId::value).toList();
    }
}
