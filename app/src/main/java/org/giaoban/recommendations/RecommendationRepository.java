package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.RECOMMENDATION;
import static org.giaoban.recommendations.db.Tables.REGISTER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.giaoban.kernel.UnitId;
import org.giaoban.recommendations.Recommendation.Desk;
import org.giaoban.recommendations.Recommendation.Number;
import org.giaoban.recommendations.Recommendation.Outcome;
import org.giaoban.recommendations.Recommendation.Source;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of the ledger, and the numbers they get. */
@Repository
class RecommendationRepository {

    static final Field<RecommendationState> STATE = RECOMMENDATION.STATE.convert(
            RecommendationState.class, RecommendationState::valueOf, RecommendationState::name);

    static final Condition OPEN = RECOMMENDATION.STATE.in(
            inline(RecommendationState.WAITING.name()),
            inline(RecommendationState.TAKEN_UP.name()),
            inline(RecommendationState.PASSED_UP.name()));

    private static final SortField<?>[] OLDEST_FIRST = {RECOMMENDATION.RAISED_ON.asc(), RECOMMENDATION.ID.asc()};

    private static final int AT_ONCE = 1_000;

    static final SelectField<Recommendation> A_RECOMMENDATION = row(
                    RECOMMENDATION.ID,
                    row(RECOMMENDATION.ISSUER_UNIT_ID, RECOMMENDATION.YEAR, RECOMMENDATION.NUMBER)
                            .mapping(Number::new),
                    RECOMMENDATION.UNIT_ID,
                    row(
                                    RECOMMENDATION.SOURCE,
                                    RECOMMENDATION.SOURCE_ID,
                                    RECOMMENDATION.SOURCE_HREF,
                                    RECOMMENDATION.PERIOD)
                            .mapping(RecommendationRepository::source),
                    RECOMMENDATION.BODY,
                    RECOMMENDATION.ADDRESSEE,
                    row(RECOMMENDATION.DESK_UNIT_ID, RECOMMENDATION.DESK_SINCE).mapping(Desk::new),
                    RECOMMENDATION.RAISED_ON,
                    RECOMMENDATION.DUE_ON,
                    row(STATE, RECOMMENDATION.ANSWER, RECOMMENDATION.CLOSED_AT).mapping(Outcome::new))
            .mapping(Recommendation::new);

    private final DSLContext db;

    RecommendationRepository(DSLContext db) {
        this.db = db;
    }

    private static Source source(String kind, @Nullable UUID id, @Nullable String href, @Nullable String period) {
        return new Source(Source.Kind.valueOf(kind), id, href, period);
    }

    /** So many numbers in one go; the first of them. The unit's line is held until the end of the transaction. */
    int numbers(UnitId unit, int year, int count) {
        var last = Objects.requireNonNull(db.insertInto(REGISTER)
                .set(REGISTER.UNIT_ID, unit)
                .set(REGISTER.YEAR, year)
                .set(REGISTER.LAST_NUMBER, count)
                .onConflict(REGISTER.UNIT_ID, REGISTER.YEAR)
                .doUpdate()
                .set(REGISTER.LAST_NUMBER, REGISTER.LAST_NUMBER.plus(count))
                .returning(REGISTER.LAST_NUMBER)
                .fetchOne(REGISTER.LAST_NUMBER));
        return last - count + 1;
    }

    void insert(List<Recommendation> all) {
        db.batch(all.stream()
                        .map(one -> db.insertInto(RECOMMENDATION)
                                .set(RECOMMENDATION.ID, one.id())
                                .set(RECOMMENDATION.ISSUER_UNIT_ID, one.number().issuer())
                                .set(RECOMMENDATION.YEAR, one.number().year())
                                .set(RECOMMENDATION.NUMBER, one.number().number())
                                .set(RECOMMENDATION.UNIT_ID, one.unit())
                                .set(RECOMMENDATION.SOURCE, one.source().kind().name())
                                .set(RECOMMENDATION.SOURCE_ID, one.source().id())
                                .set(RECOMMENDATION.SOURCE_HREF, one.source().href())
                                .set(RECOMMENDATION.PERIOD, one.source().period())
                                .set(RECOMMENDATION.BODY, one.text())
                                .set(RECOMMENDATION.BODY_HASH, hash(one.text(), one.addressee()))
                                .set(RECOMMENDATION.ADDRESSEE, one.addressee())
                                .set(RECOMMENDATION.DESK_UNIT_ID, one.desk().unit())
                                .set(RECOMMENDATION.DESK_SINCE, one.desk().since())
                                .set(RECOMMENDATION.RAISED_ON, one.raisedOn())
                                .set(RECOMMENDATION.DUE_ON, one.dueOn())
                                .set(STATE, one.state()))
                        .toList())
                .execute();
    }

    static String hash(String text, String addressee) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((text + "\n" + addressee).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void update(Recommendation changed) {
        db.update(RECOMMENDATION)
                .set(STATE, changed.state())
                .set(RECOMMENDATION.DESK_UNIT_ID, changed.desk().unit())
                .set(RECOMMENDATION.DESK_SINCE, changed.desk().since())
                .set(RECOMMENDATION.ANSWER, changed.outcome().answer())
                .set(RECOMMENDATION.CLOSED_AT, changed.outcome().closedAt())
                .where(RECOMMENDATION.ID.eq(changed.id()))
                .execute();
    }

    Optional<Recommendation> lock(UUID id) {
        return db.select(A_RECOMMENDATION)
                .from(RECOMMENDATION)
                .where(RECOMMENDATION.ID.eq(id))
                .forUpdate()
                .fetchOptional(Record1::value1);
    }

    Optional<Recommendation> find(UUID id, Condition visible) {
        return db.select(A_RECOMMENDATION)
                .from(RECOMMENDATION)
                .where(RECOMMENDATION.ID.eq(id), visible)
                .fetchOptional(Record1::value1);
    }

    /** All that one return or meeting asked, by what they say. */
    Map<String, Recommendation> ofSource(UUID source) {
        return db.select(RECOMMENDATION.BODY_HASH, A_RECOMMENDATION)
                .from(RECOMMENDATION)
                .where(RECOMMENDATION.SOURCE_ID.eq(source))
                .orderBy(RECOMMENDATION.ID)
                .limit(500)
                .forUpdate()
                .fetchMap(Record2::value1, Record2::value2);
    }

    List<Recommendation> where(Condition which, int most, SortField<?>... order) {
        return db.select(A_RECOMMENDATION)
                .from(RECOMMENDATION)
                .where(which)
                .orderBy(order)
                .limit(most)
                .fetch(Record1::value1);
    }

    int count(Condition which, int most) {
        return db.fetchCount(db.selectOne().from(RECOMMENDATION).where(which).limit(most));
    }

    /** Unanswered ones of these units, oldest first. */
    List<Recommendation> waiting(Collection<UnitId> units, int most) {
        return where(OPEN.and(raisedBy(units)), most, OLDEST_FIRST);
    }

    /** Unanswered ones of so many units that most of what there is fits: the oldest are read until there are enough. */
    List<Recommendation> waiting(Predicate<UnitId> which, int most) {
        try (var all = db.select(A_RECOMMENDATION)
                .from(RECOMMENDATION)
                .where(OPEN)
                .orderBy(OLDEST_FIRST)
                .fetchSize(AT_ONCE)
                .fetchStream()) {
            return all.map(Record1::value1)
                    .filter(one -> which.test(one.unit()))
                    .limit(most)
                    .toList();
        }
    }

    /** Raised by one of the units, of which there may be a country's. */
    static Condition raisedBy(Collection<UnitId> units) {
        return RECOMMENDATION.UNIT_ID.eq(any(units.toArray(UnitId[]::new)));
    }

    /** Reopens what a return asks again after it had dropped it. */
    void revive(Collection<UUID> ids) {
        db.update(RECOMMENDATION)
                .set(STATE, RecommendationState.WAITING)
                .where(RECOMMENDATION.ID.in(ids), STATE.eq(RecommendationState.WITHDRAWN))
                .execute();
    }

    void withdraw(Collection<UUID> ids) {
        db.update(RECOMMENDATION)
                .set(STATE, RecommendationState.WITHDRAWN)
                .where(RECOMMENDATION.ID.in(ids), OPEN)
                .execute();
    }
}
