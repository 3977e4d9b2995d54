package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.RECOMMENDATION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Zone;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class RecommendationRepository {

    private final DSLContext db;

    RecommendationRepository(DSLContext db) {
        this.db = db;
    }

    /** One row of the ledger. */
    record Row(
            short cell,
            UUID id,
            UnitId unit,
            String text,
            String addressee,
            LocalDate sentOn,
            LocalDate dueOn,
            @Nullable Instant takenUpAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** Brings the ledger in line with what a sent return asks: new rows for new requests, unanswered ones it no longer makes are withdrawn. */
    void sync(ReturnKey key, ReturnRow row, List<Request> requests, Instant now) {
        var sentOn = LocalDate.ofInstant(now, Zone.ID);
        var hashes = requests.stream().map(RecommendationRepository::hash).toList();
        db.update(RECOMMENDATION)
                .set(
                        RECOMMENDATION.WITHDRAWN_AT,
                        when(RECOMMENDATION.BODY_HASH.notIn(hashes), val(now, RECOMMENDATION.WITHDRAWN_AT)))
                .where(
                        RECOMMENDATION.CELL_ID.eq(row.id().cell()),
                        RECOMMENDATION.RETURN_ID.eq(row.id().value()),
                        RECOMMENDATION.ANSWERED_AT.isNull())
                .execute();
        var insert = db.insertInto(
                RECOMMENDATION,
                RECOMMENDATION.CELL_ID,
                RECOMMENDATION.ID,
                RECOMMENDATION.RETURN_ID,
                RECOMMENDATION.UNIT_ID,
                RECOMMENDATION.BODY,
                RECOMMENDATION.BODY_HASH,
                RECOMMENDATION.ADDRESSEE,
                RECOMMENDATION.SENT_ON,
                RECOMMENDATION.DUE_ON);
        for (var request : requests) {
            insert = insert.values(
                    row.id().cell(),
                    Uuid7.next(),
                    row.id().value(),
                    row.unit(),
                    request.text(),
                    hash(request),
                    request.addressee(),
                    sentOn,
                    sentOn.plusDays(key.form().answerDays()));
        }
        if (!requests.isEmpty()) {
            insert.onConflictDoNothing().execute();
        }
    }

    private static String hash(Request request) {
        return Content.sha256(request.text() + "\n" + request.addressee());
    }

    /** Waiting ones oldest first, or answered ones newest first. */
    List<Row> of(Collection<UnitId> units, Condition which, int most) {
        return db.selectFrom(RECOMMENDATION)
                .where(RECOMMENDATION.UNIT_ID.in(units), RECOMMENDATION.WITHDRAWN_AT.isNull(), which)
                .orderBy(RECOMMENDATION.SENT_ON, RECOMMENDATION.ID)
                .limit(most)
                .fetch(RecommendationRepository::row);
    }

    List<Row> waiting(Collection<UnitId> units, int most) {
        return of(units, RECOMMENDATION.ANSWERED_AT.isNull(), most);
    }

    List<Row> all(Collection<UnitId> units, int most) {
        return of(units, noCondition(), most);
    }

    Optional<Row> lock(UUID id) {
        return db.selectFrom(RECOMMENDATION)
                .where(RECOMMENDATION.ID.eq(id), RECOMMENDATION.WITHDRAWN_AT.isNull())
                .forUpdate()
                .fetchOptional(RecommendationRepository::row);
    }

    private static Row row(Record found) {
        return new Row(
                found.get(RECOMMENDATION.CELL_ID),
                found.get(RECOMMENDATION.ID),
                found.get(RECOMMENDATION.UNIT_ID),
                found.get(RECOMMENDATION.BODY),
                found.get(RECOMMENDATION.ADDRESSEE),
                found.get(RECOMMENDATION.SENT_ON),
                found.get(RECOMMENDATION.DUE_ON),
                found.get(RECOMMENDATION.TAKEN_UP_AT),
                found.get(RECOMMENDATION.ANSWER),
                found.get(RECOMMENDATION.ANSWERED_AT));
    }

    void takeUp(Row row, Instant now) {
        db.update(RECOMMENDATION)
                .set(RECOMMENDATION.TAKEN_UP_AT, now)
                .where(RECOMMENDATION.CELL_ID.eq(row.cell()), RECOMMENDATION.ID.eq(row.id()))
                .execute();
    }

    void answer(Row row, String answer, Instant now, AccountId by) {
        db.update(RECOMMENDATION)
                .set(RECOMMENDATION.ANSWER, answer)
                .set(RECOMMENDATION.ANSWERED_AT, now)
                .set(RECOMMENDATION.ANSWERER_ACCOUNT_ID, by)
                .where(RECOMMENDATION.CELL_ID.eq(row.cell()), RECOMMENDATION.ID.eq(row.id()))
                .execute();
    }
}
