package org.giaoban.evaluation;

import static org.giaoban.evaluation.db.Tables.FOLLOWER;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Who follows which branch. */
@Repository
class FollowerRepository {

    private static final int MOST = 2_000;

    private static final SelectField<Follower> A_FOLLOWER = row(
                    FOLLOWER.ID,
                    FOLLOWER.PERSON_ID,
                    FOLLOWER.UNIT_ID,
                    row(FOLLOWER.VALID_FROM, FOLLOWER.VALID_UNTIL).mapping(DateRange::new),
                    FOLLOWER.DECISION)
            .mapping(Follower::new);

    private final DSLContext db;

    FollowerRepository(DSLContext db) {
        this.db = db;
    }

    List<Follower> of(UnitId unit, LocalDate day) {
        return fetch(FOLLOWER.UNIT_ID.eq(unit).and(holds(day)));
    }

    boolean follows(PersonId person, UnitId unit, LocalDate day) {
        return db.fetchExists(FOLLOWER, FOLLOWER.PERSON_ID.eq(person), FOLLOWER.UNIT_ID.eq(unit), holds(day));
    }

    /** Those who follow branches of the scope on some day of the range. */
    List<Follower> during(Scope scope, DateRange days) {
        var end = days.until();
        var begun = end == null ? FOLLOWER.VALID_FROM.isNotNull() : FOLLOWER.VALID_FROM.lt(end);
        return fetch(scope.condition(FOLLOWER.UNIT_ID)
                .and(begun)
                .and(FOLLOWER.VALID_UNTIL.isNull().or(FOLLOWER.VALID_UNTIL.gt(days.from()))));
    }

    Optional<Follower> find(UUID id) {
        return fetch(FOLLOWER.ID.eq(id)).stream().findFirst();
    }

    void add(Follower follower) {
        db.insertInto(FOLLOWER)
                .set(FOLLOWER.ID, follower.id())
                .set(FOLLOWER.PERSON_ID, follower.person())
                .set(FOLLOWER.UNIT_ID, follower.unit())
                .set(FOLLOWER.VALID_FROM, follower.valid().from())
                .set(FOLLOWER.VALID_UNTIL, follower.valid().until())
                .set(FOLLOWER.DECISION, follower.decision())
                .execute();
    }

    /** False when it has ended already, or would end before it began. */
    boolean end(UUID id, LocalDate until) {
        return db.update(FOLLOWER)
                        .set(FOLLOWER.VALID_UNTIL, until)
                        .where(FOLLOWER.ID.eq(id))
                        .and(FOLLOWER.VALID_FROM.lt(until))
                        .and(FOLLOWER.VALID_UNTIL.isNull().or(FOLLOWER.VALID_UNTIL.gt(until)))
                        .execute()
                == 1;
    }

    private static Condition holds(LocalDate day) {
        return FOLLOWER.VALID_FROM.le(day).and(FOLLOWER.VALID_UNTIL.isNull().or(FOLLOWER.VALID_UNTIL.gt(day)));
    }

    private List<Follower> fetch(Condition condition) {
        return db.select(A_FOLLOWER)
                .from(FOLLOWER)
                .where(condition)
                .orderBy(FOLLOWER.PERSON_ID, FOLLOWER.UNIT_ID, FOLLOWER.VALID_FROM)
                .limit(MOST)
                .fetch(Record1::value1);
    }
}
