package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.CHECK_RULE;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.kernel.DateRange;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.jooq.DSLContext;
import org.jooq.InsertReturningStep;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Rows of checks. */
@Repository
class CheckRepository {

    private static final int MOST = 2000;

    private final DSLContext db;
    private final RelationRepository relations;
    private final Remembered<List<CheckRule>> checks;

    CheckRepository(DSLContext db, RelationRepository relations, Stamps stamps) {
        this.db = db;
        this.relations = relations;
        checks = stamps.remembered("indicators.checks", this::all);
    }

    /** Another one whenever {@link #on} may answer otherwise. */
    long number() {
        return checks.number();
    }

    /** To be called after writing relations, in the same transaction. */
    void renew() {
        checks.renew();
    }

    /** A check as it is written: in the profile, on screen, in its row. */
    record Written(
            String code,
            String severity,
            String relation,
            String sentenceKey,
            LocalDate from,
            @Nullable LocalDate until) {}

    private static final SelectField<Written> A_CHECK = row(
                    CHECK_RULE.CODE,
                    CHECK_RULE.SEVERITY,
                    CHECK_RULE.RELATION,
                    CHECK_RULE.SENTENCE_KEY,
                    CHECK_RULE.VALID_FROM,
                    CHECK_RULE.VALID_UNTIL)
            .mapping(Written::new);

    /** Those that are or will be in force, by the indicator they mark. */
    List<Written> open(LocalDate day) {
        return db.select(A_CHECK)
                .from(CHECK_RULE)
                .where(CHECK_RULE.VALID_UNTIL.isNull().or(CHECK_RULE.VALID_UNTIL.gt(day)))
                .orderBy(CHECK_RULE.CODE)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    Optional<Written> find(String code) {
        return db.select(A_CHECK)
                .from(CHECK_RULE)
                .where(CHECK_RULE.CODE.eq(code))
                .fetchOptional(Record1::value1);
    }

    Set<String> codes() {
        return db.select(CHECK_RULE.CODE).from(CHECK_RULE).fetchSet(CHECK_RULE.CODE);
    }

    /** False when somebody was quicker with the same code. */
    boolean insert(Written check) {
        var inserted = insertion(check).execute();
        checks.renewIfWritten(inserted);
        return inserted == 1;
    }

    /** False when the check has an end already. */
    boolean end(String code, LocalDate until) {
        var ended = db.update(CHECK_RULE)
                        .set(CHECK_RULE.VALID_UNTIL, until)
                        .where(CHECK_RULE.CODE.eq(code))
                        .and(CHECK_RULE.VALID_UNTIL.isNull())
                        .execute()
                == 1;
        checks.renew();
        return ended;
    }

    /** Those in force on a day, first what follows from parts and wholes. */
    List<CheckRule> on(LocalDate day) {
        return checks.get().stream()
                .filter(check -> check.valid().contains(day))
                .toList();
    }

    List<CheckRule> following(LocalDate day) {
        return RelationChecks.of(relations.all()).stream()
                .filter(check -> check.valid().contains(day))
                .toList();
    }

    private List<CheckRule> all() {
        return Stream.concat(RelationChecks.of(relations.all()).stream(), written().stream())
                .toList();
    }

    private List<CheckRule> written() {
        return db.select(
                        CHECK_RULE.CODE,
                        CHECK_RULE.SEVERITY,
                        CHECK_RULE.RELATION,
                        CHECK_RULE.SENTENCE_KEY,
                        CHECK_RULE.VALID_FROM,
                        CHECK_RULE.VALID_UNTIL)
                .from(CHECK_RULE)
                .orderBy(CHECK_RULE.CODE)
                .limit(MOST)
                .fetch(row -> new CheckRule(
                        row.value1(),
                        Severity.valueOf(row.value2()),
                        CheckReader.read(row.value3()),
                        row.value4(),
                        new DateRange(row.value5(), row.value6())));
    }

    void insertAbsent(List<Written> absent) {
        checks.renewIfWritten(
                db.batch(absent.stream().map(this::insertion).toList()).execute());
    }

    private InsertReturningStep<?> insertion(Written check) {
        return db.insertInto(
                        CHECK_RULE,
                        CHECK_RULE.CODE,
                        CHECK_RULE.SEVERITY,
                        CHECK_RULE.RELATION,
                        CHECK_RULE.SENTENCE_KEY,
                        CHECK_RULE.VALID_FROM,
                        CHECK_RULE.VALID_UNTIL)
                .values(
                        check.code(),
                        check.severity(),
                        check.relation(),
                        check.sentenceKey(),
                        check.from(),
                        check.until())
                .onConflictDoNothing();
    }
}
