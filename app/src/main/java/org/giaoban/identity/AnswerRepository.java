package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.API_ANSWER;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.platform.FixedStatements;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the answers to commands that may be sent again. */
@Repository
class AnswerRepository {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Old answers are cleared away a few at a time. */
    private static final int CLEARED_AT_ONCE = 100;

    /** Impatient only while it waits for the key: what the command itself waits for is its own affair. */
    private static final String TAKE = """
            insert into identity.api_answer (token_id, key, request, at)
            select ?::uuid, ?, ?::bytea, ?::timestamptz where set_config('lock_timeout', '10s', true) is not null
            on conflict do nothing
            returning set_config('lock_timeout', '0', true)""";

    private static final String KEEP = """
            update identity.api_answer set status = ?::smallint, headers = ?::jsonb, body = ? where token_id = ? and key = ?""";

    private final DSLContext db;
    private final FixedStatements statements;

    AnswerRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** What was asked under the key, and what was answered. */
    record Answer(byte[] request, int status, Map<String, String> headers, byte[] body) {}

    /**
     * Takes the key for this transaction; false when it was used before. While another transaction holds it this one
     * waits for a while, so the same command sent twice at once is carried out once.
     */
    boolean take(TokenId token, String key, byte[] request, Instant now) {
        return !statements
                .query(TAKE, (row, number) -> row.getString(1), token.value(), key, request, now)
                .isEmpty();
    }

    Optional<Answer> find(TokenId token, String key) {
        return db.select(API_ANSWER.REQUEST, API_ANSWER.STATUS, API_ANSWER.HEADERS, API_ANSWER.BODY)
                .from(API_ANSWER)
                .where(API_ANSWER.TOKEN_ID.eq(token.value()))
                .and(API_ANSWER.KEY.eq(key))
                .fetchOptional(row -> new Answer(
                        row.value1(),
                        Objects.requireNonNull(row.value2()),
                        JSON.readValue(Objects.requireNonNull(row.value3()).data(), TEXTS),
                        Objects.requireNonNull(row.value4())));
    }

    void keep(TokenId token, String key, Answer answer) {
        var headers = JSON.writeValueAsString(answer.headers());
        statements.executeLast(KEEP, answer.status(), headers, answer.body(), token.value(), key);
    }

    void deleteBefore(Instant moment) {
        db.deleteFrom(API_ANSWER)
                .where(API_ANSWER.KEY.in(db.select(API_ANSWER.KEY)
                        .from(API_ANSWER)
                        .where(API_ANSWER.AT.lt(moment))
                        .orderBy(API_ANSWER.AT)
                        .limit(CLEARED_AT_ONCE)
                        .forUpdate()
                        .skipLocked()))
                .and(API_ANSWER.AT.lt(moment))
                .execute();
    }
}
