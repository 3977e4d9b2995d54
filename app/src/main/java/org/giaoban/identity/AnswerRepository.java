package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.API_ANSWER;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
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

    private final DSLContext db;

    AnswerRepository(DSLContext db) {
        this.db = db;
    }

    /** What was asked under the key, and what was answered. */
    record Answer(byte[] request, int status, Map<String, String> headers, byte[] body) {}

    /**
     * Takes the key for this transaction; false when it was used before. While another transaction holds it this one
     * waits for a while, so the same command sent twice at once is carried out once.
     */
    boolean take(TokenId token, String key, byte[] request, Instant now) {
        db.execute("set local lock_timeout = '10s'");
        var taken = db.insertInto(API_ANSWER)
                        .set(API_ANSWER.TOKEN_ID, token.value())
                        .set(API_ANSWER.KEY, key)
                        .set(API_ANSWER.REQUEST, request)
                        .set(API_ANSWER.AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
        db.execute("set local lock_timeout to default");
        return taken;
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
        db.update(API_ANSWER)
                .set(API_ANSWER.STATUS, (short) answer.status())
                .set(API_ANSWER.HEADERS, JSONB.jsonb(JSON.writeValueAsString(answer.headers())))
                .set(API_ANSWER.BODY, answer.body())
                .where(API_ANSWER.TOKEN_ID.eq(token.value()))
                .and(API_ANSWER.KEY.eq(key))
                .execute();
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
