package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.BREACH;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.identity.Viewer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The rows of breaches. */
@Repository
class BreachRepository {

    private final DSLContext db;

    BreachRepository(DSLContext db) {
        this.db = db;
    }

    void insert(Breach one, Viewer by) {
        var told = one.told();
        db.insertInto(BREACH)
                .set(BREACH.ID, one.id())
                .set(BREACH.UNIT_ID, one.unit())
                .set(BREACH.YEAR, one.number().year())
                .set(BREACH.NUMBER, one.number().number())
                .set(BREACH.TITLE, told.title())
                .set(BREACH.FOUND_AT, told.foundAt())
                .set(BREACH.REPORT_DUE, told.reportDue())
                .set(BREACH.HAPPENED, told.happened())
                .set(BREACH.KINDS, told.kinds())
                .set(BREACH.ACCOUNT_ID, by.account())
                .set(BREACH.BY_NAME, by.name())
                .execute();
    }

    void update(Breach one) {
        var assessment = one.assessment();
        var report = one.report();
        var telling = one.telling();
        var ending = one.ending();
        db.update(BREACH)
                .set(
                        BREACH.LEVEL,
                        assessment == null ? null : assessment.level().name())
                .set(BREACH.ASSESSED_AT, assessment == null ? null : assessment.at())
                .set(BREACH.AFFECTED, assessment == null ? null : assessment.affected())
                .set(BREACH.CONSEQUENCES, assessment == null ? null : assessment.consequences())
                .set(BREACH.MEASURES, assessment == null ? null : assessment.measures())
                .set(BREACH.REPORTED_AT, report == null ? null : report.at())
                .set(BREACH.REPORT_REF, report == null ? null : report.reference())
                .set(BREACH.TOLD_AT, telling == null ? null : telling.at())
                .set(BREACH.TOLD_HOW, telling == null ? null : telling.how())
                .set(BREACH.CLOSED_AT, ending == null ? null : ending.at())
                .set(BREACH.CONCLUSION, ending == null ? null : ending.conclusion())
                .set(BREACH.VERSION, BREACH.VERSION.plus(1))
                .where(BREACH.ID.eq(one.id()))
                .execute();
    }

    Optional<Breach> find(UUID id) {
        return db.selectFrom(BREACH).where(BREACH.ID.eq(id)).fetchOptional(BreachRepository::breach);
    }

    Optional<Breach> lock(UUID id) {
        return db.selectFrom(BREACH).where(BREACH.ID.eq(id)).forUpdate().fetchOptional(BreachRepository::breach);
    }

    /** What is open first, by its clock; then the newest. */
    List<Breach> in(Scope scope, int from, int most) {
        return db.selectFrom(BREACH)
                .where(scope.condition(BREACH.UNIT_ID))
                .orderBy(BREACH.CLOSED_AT.desc().nullsFirst(), BREACH.REPORT_DUE, BREACH.ID)
                .offset(from)
                .limit(most)
                .fetch(BreachRepository::breach);
    }

    List<Breach> running(Scope scope, int most) {
        return db.selectFrom(BREACH)
                .where(scope.condition(BREACH.UNIT_ID))
                .and(BREACH.CLOSED_AT.isNull())
                .and(BREACH.REPORTED_AT.isNull())
                .and(BREACH.LEVEL.isNull().or(BREACH.LEVEL.ne(Breach.Level.NONE.name())))
                .orderBy(BREACH.REPORT_DUE, BREACH.ID)
                .limit(most)
                .fetch(BreachRepository::breach);
    }

    private static Breach breach(Record row) {
        return new Breach(
                row.get(BREACH.ID),
                new Breach.Number(row.get(BREACH.UNIT_ID), row.get(BREACH.YEAR), row.get(BREACH.NUMBER)),
                new Breach.Told(
                        row.get(BREACH.TITLE),
                        row.get(BREACH.FOUND_AT),
                        row.get(BREACH.REPORT_DUE),
                        row.get(BREACH.HAPPENED),
                        row.get(BREACH.KINDS)),
                row.get(BREACH.LEVEL) == null
                        ? null
                        : new Breach.Assessment(
                                Breach.Level.valueOf(row.get(BREACH.LEVEL)),
                                row.get(BREACH.ASSESSED_AT),
                                row.get(BREACH.AFFECTED),
                                row.get(BREACH.CONSEQUENCES),
                                row.get(BREACH.MEASURES)),
                row.get(BREACH.REPORTED_AT) == null
                        ? null
                        : new Breach.Report(row.get(BREACH.REPORTED_AT), row.get(BREACH.REPORT_REF)),
                row.get(BREACH.TOLD_AT) == null
                        ? null
                        : new Breach.Telling(row.get(BREACH.TOLD_AT), row.get(BREACH.TOLD_HOW)),
                row.get(BREACH.CLOSED_AT) == null
                        ? null
                        : new Breach.Ending(row.get(BREACH.CLOSED_AT), row.get(BREACH.CONCLUSION)));
    }
}
