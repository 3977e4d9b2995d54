package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.CHECK_RULE;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.indicators.CheckRule.Severity;
import org.giaoban.kernel.DateRange;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Rows of checks. */
@Repository
class CheckRepository {

    private static final int MOST = 2000;

    private final DSLContext db;

    CheckRepository(DSLContext db) {
        this.db = db;
    }

    /** A check as the profile writes it. */
    record Written(String code, String severity, String relation, String sentenceKey, LocalDate from) {}

    List<CheckRule> on(LocalDate day) {
        return db.select(
                        CHECK_RULE.CODE,
                        CHECK_RULE.SEVERITY,
                        CHECK_RULE.RELATION,
                        CHECK_RULE.SENTENCE_KEY,
                        CHECK_RULE.VALID_FROM,
                        CHECK_RULE.VALID_UNTIL)
                .from(CHECK_RULE)
                .where(CHECK_RULE.VALID_FROM.le(day))
                .and(CHECK_RULE.VALID_UNTIL.isNull().or(CHECK_RULE.VALID_UNTIL.gt(day)))
                .orderBy(CHECK_RULE.CODE)
                .limit(MOST)
                .fetch(row -> new CheckRule(
                        row.value1(),
                        Severity.valueOf(row.value2()),
                        CheckReader.read(row.value3()),
                        row.value4(),
                        new DateRange(row.value5(), row.value6())));
    }

    void insertAbsent(List<Written> checks) {
        db.batch(checks.stream()
                        .map(check -> db.insertInto(
                                        CHECK_RULE,
                                        CHECK_RULE.CODE,
                                        CHECK_RULE.SEVERITY,
                                        CHECK_RULE.RELATION,
                                        CHECK_RULE.SENTENCE_KEY,
                                        CHECK_RULE.VALID_FROM)
                                .values(
                                        check.code(),
                                        check.severity(),
                                        check.relation(),
                                        check.sentenceKey(),
                                        check.from())
                                .onConflictDoNothing())
                        .toList())
                .execute();
    }
}
