package org.giaoban.recommendations;

import static org.giaoban.recommendations.db.Tables.STEP;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The paths of recommendations from desk to desk. */
@Repository
class PathRepository {

    private static final int MOST = 200;

    /** What was done with it. */
    enum Act {
        RAISE,
        TAKE_UP,
        PASS,
        ANSWER,
        REFUSE,
        WITHDRAW,
        HAND_OVER;

        /** The part of a text key that names the act. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One step; {@code to} is the unit whose desk it reached by it. */
    record Step(
            UUID recommendation,
            Act act,
            Instant at,
            AccountId account,
            String by,
            @Nullable UnitId to,
            @Nullable String text) {

        static Step of(Recommendation one, Act act, Instant at, Viewer by, @Nullable String text) {
            var to = act == Act.RAISE || act == Act.PASS ? one.desk().unit() : null;
            return new Step(one.id(), act, at, by.account(), by.name(), to, text);
        }
    }

    private static final Field<Act> ACT = STEP.ACT.convert(Act.class, Act::valueOf, Act::name);

    private final DSLContext db;

    PathRepository(DSLContext db) {
        this.db = db;
    }

    void insert(List<Step> steps) {
        db.batch(steps.stream()
                        .map(step -> db.insertInto(STEP)
                                .set(STEP.ID, Uuid7.next())
                                .set(STEP.RECOMMENDATION_ID, step.recommendation())
                                .set(ACT, step.act())
                                .set(STEP.AT, step.at())
                                .set(STEP.ACCOUNT_ID, step.account())
                                .set(STEP.BY_NAME, step.by())
                                .set(STEP.TO_UNIT_ID, step.to())
                                .set(STEP.TEXT, step.text()))
                        .toList())
                .execute();
    }

    /** Oldest first. */
    List<Step> of(UUID recommendation) {
        return db.select(row(
                                STEP.RECOMMENDATION_ID,
                                ACT,
                                STEP.AT,
                                STEP.ACCOUNT_ID,
                                STEP.BY_NAME,
                                STEP.TO_UNIT_ID,
                                STEP.TEXT)
                        .mapping(Step::new))
                .from(STEP)
                .where(STEP.RECOMMENDATION_ID.eq(recommendation))
                .orderBy(STEP.AT, STEP.ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }
}
