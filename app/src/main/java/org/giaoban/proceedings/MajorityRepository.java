package org.giaoban.proceedings;

import static org.giaoban.proceedings.db.Tables.MAJORITY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.proceedings.Majority.Base;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The rules of majority of the profile. */
@Repository
class MajorityRepository {

    static final SelectField<Majority> A_MAJORITY = row(
                    MAJORITY.CODE,
                    MAJORITY.VALID_FROM,
                    MAJORITY.VALID_UNTIL,
                    row(MAJORITY.NAME_VI, MAJORITY.NAME_EN).mapping(Majority.Names::new),
                    MAJORITY.BASE.convert(Base.class, Base::valueOf, Base::name),
                    row(MAJORITY.NUMERATOR, MAJORITY.DENOMINATOR, MAJORITY.STRICT)
                            .mapping(Fraction::new),
                    MAJORITY.SOURCE)
            .mapping(Majority::new);

    private final DSLContext db;

    MajorityRepository(DSLContext db) {
        this.db = db;
    }

    /** Those in force on a day. */
    List<Majority> on(LocalDate day) {
        return db.select(A_MAJORITY)
                .from(MAJORITY)
                .where(MAJORITY.VALID_FROM.le(day))
                .and(MAJORITY.VALID_UNTIL.isNull().or(MAJORITY.VALID_UNTIL.gt(day)))
                .orderBy(MAJORITY.PLACE, MAJORITY.CODE)
                .limit(50)
                .fetch(Record1::value1);
    }

    List<Majority> all() {
        return db.select(A_MAJORITY)
                .from(MAJORITY)
                .orderBy(MAJORITY.PLACE, MAJORITY.CODE, MAJORITY.VALID_FROM.desc())
                .limit(200)
                .fetch(Record1::value1);
    }

    /** Puts a version behind the one in force, which ends with it; false when one from that day or later is there. */
    boolean follow(Majority rule) {
        if (db.fetchExists(MAJORITY, MAJORITY.CODE.eq(rule.code()).and(MAJORITY.VALID_FROM.ge(rule.from())))) {
            return false;
        }
        db.update(MAJORITY)
                .set(MAJORITY.VALID_UNTIL, rule.from())
                .where(MAJORITY.CODE.eq(rule.code()))
                .and(MAJORITY.VALID_UNTIL.isNull().or(MAJORITY.VALID_UNTIL.gt(rule.from())))
                .execute();
        var place = field(
                select(coalesce(max(MAJORITY.PLACE), val(100))).from(MAJORITY).where(MAJORITY.CODE.eq(rule.code())));
        return insert(rule).set(MAJORITY.PLACE, place).onConflictDoNothing().execute() == 1;
    }

    /** False when it ended before, or would end before it began. */
    boolean end(String code, LocalDate until) {
        return db.update(MAJORITY)
                        .set(MAJORITY.VALID_UNTIL, until)
                        .where(MAJORITY.CODE.eq(code))
                        .and(MAJORITY.VALID_UNTIL.isNull())
                        .and(MAJORITY.VALID_FROM.lt(until))
                        .execute()
                == 1;
    }

    /** One that is there already stays: votes were counted by it. */
    void add(List<Majority> rules) {
        var place = 0;
        var inserts = new ArrayList<Query>();
        for (var rule : rules) {
            inserts.add(insert(rule).set(MAJORITY.PLACE, ++place).onConflictDoNothing());
        }
        db.batch(inserts).execute();
    }

    private InsertSetMoreStep<?> insert(Majority rule) {
        return db.insertInto(MAJORITY)
                .set(MAJORITY.CODE, rule.code())
                .set(MAJORITY.VALID_FROM, rule.from())
                .set(MAJORITY.VALID_UNTIL, rule.until())
                .set(MAJORITY.NAME_VI, rule.names().vietnamese())
                .set(MAJORITY.NAME_EN, rule.names().english())
                .set(MAJORITY.BASE, rule.base().name())
                .set(MAJORITY.NUMERATOR, rule.share().numerator())
                .set(MAJORITY.DENOMINATOR, rule.share().denominator())
                .set(MAJORITY.STRICT, rule.share().strict())
                .set(MAJORITY.SOURCE, rule.source());
    }
}
