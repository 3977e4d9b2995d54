package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.ACCOUNT;
import static org.giaoban.identity.db.Tables.API_TOKEN;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads and writes tokens; of the tokens themselves only digests. */
@Repository
class TokenRepository {

    private static final SelectField<TokenLimits> LIMITS = row(
                    API_TOKEN.ID, API_TOKEN.SHOWN, API_TOKEN.CAPABILITIES, API_TOKEN.UNIT_ID)
            .mapping(TokenRepository::limits);

    private static final SelectField<ApiToken> A_TOKEN = row(
                    LIMITS,
                    API_TOKEN.ACCOUNT_ID,
                    API_TOKEN.LABEL,
                    API_TOKEN.CREATED_AT,
                    API_TOKEN.EXPIRES_AT,
                    API_TOKEN.LAST_USED_AT,
                    API_TOKEN.REVOKED_AT)
            .mapping(ApiToken::new);

    private final DSLContext db;
    private final TokenNumber number;
    private final AccountRows accounts;

    TokenRepository(DSLContext db, TokenNumber number, AccountRows accounts) {
        this.db = db;
        this.number = number;
        this.accounts = accounts;
    }

    void insert(TokenId id, TokenSecret secret, NewToken wanted, Instant now) {
        var capabilities = wanted.capabilities();
        db.insertInto(API_TOKEN)
                .set(API_TOKEN.ID, id.value())
                .set(API_TOKEN.ACCOUNT_ID, wanted.account())
                .set(API_TOKEN.LABEL, wanted.label())
                .set(API_TOKEN.SHOWN, secret.shown())
                .set(API_TOKEN.HASH, secret.hash())
                .set(
                        API_TOKEN.CAPABILITIES,
                        capabilities.isEmpty()
                                ? null
                                : capabilities.stream().sorted().toArray(String[]::new))
                .set(API_TOKEN.UNIT_ID, wanted.unit())
                .set(API_TOKEN.CREATED_AT, now)
                .set(API_TOKEN.EXPIRES_AT, wanted.expiresAt())
                .execute();
    }

    Optional<ApiToken> find(TokenId id) {
        return one(API_TOKEN.ID.eq(id.value()));
    }

    /** A token with the account it acts for. */
    record Owned(ApiToken token, Account account) {

        Owned usedAt(Instant now) {
            return new Owned(
                    new ApiToken(
                            token.limits(),
                            token.account(),
                            token.label(),
                            token.createdAt(),
                            token.expiresAt(),
                            now,
                            token.revokedAt()),
                    account);
        }
    }

    Optional<Owned> byHash(byte[] hash) {
        return db.select(A_TOKEN, accounts.account())
                .from(API_TOKEN)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(API_TOKEN.ACCOUNT_ID.coerce(ACCOUNT.ID)))
                .where(API_TOKEN.HASH.eq(hash))
                .fetchOptional(found -> new Owned(found.value1(), found.value2()));
    }

    /** The newest first, after the given one; tokens of hidden accounts are left out. */
    List<ApiToken> page(@Nullable AccountId of, Collection<AccountId> hidden, @Nullable TokenId after, int most) {
        return db.select(A_TOKEN)
                .from(API_TOKEN)
                .where(of == null ? DSL.noCondition() : API_TOKEN.ACCOUNT_ID.eq(of))
                .and(API_TOKEN.ACCOUNT_ID.notIn(hidden))
                .and(after == null ? DSL.noCondition() : API_TOKEN.ID.lt(after.value()))
                .orderBy(API_TOKEN.ID.desc())
                .limit(most)
                .fetch(Record1::value1);
    }

    boolean revoke(TokenId id, Instant now) {
        boolean revoked = db.update(API_TOKEN)
                        .set(API_TOKEN.REVOKED_AT, now)
                        .where(API_TOKEN.ID.eq(id.value()))
                        .and(API_TOKEN.REVOKED_AT.isNull())
                        .execute()
                == 1;
        number.renew();
        return revoked;
    }

    void used(TokenId id, Instant now) {
        db.update(API_TOKEN)
                .set(API_TOKEN.LAST_USED_AT, now)
                .where(API_TOKEN.ID.eq(id.value()))
                .execute();
    }

    private Optional<ApiToken> one(Condition which) {
        return db.select(A_TOKEN).from(API_TOKEN).where(which).fetchOptional(Record1::value1);
    }

    private static TokenLimits limits(UUID id, String shown, String @Nullable [] capabilities, @Nullable UnitId unit) {
        return new TokenLimits(new TokenId(id), shown, capabilities == null ? Set.of() : Set.of(capabilities), unit);
    }
}
