package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.VISIT_DAY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** How many came on which day; nothing else is kept of visits. */
@Repository
class VisitRepository {

    private final DSLContext db;

    VisitRepository(DSLContext db) {
        this.db = db;
    }

    /** Visits of the day, the week since Monday, the month, and all. */
    record Sums(long today, long week, long month, long all) {}

    void add(LocalDate day, long visits) {
        db.insertInto(VISIT_DAY)
                .set(VISIT_DAY.DAY, day)
                .set(VISIT_DAY.VISITS, visits)
                .onConflict(VISIT_DAY.DAY)
                .doUpdate()
                .set(VISIT_DAY.VISITS, VISIT_DAY.VISITS.plus(visits))
                .execute();
    }

    Sums sums(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return db.select(row(since(day), since(monday), since(day.withDayOfMonth(1)), since(LocalDate.EPOCH))
                        .mapping(Sums::new))
                .from(VISIT_DAY)
                .fetchSingle(Record1::value1);
    }

    private static Field<Long> since(LocalDate day) {
        return coalesce(sum(VISIT_DAY.VISITS).filterWhere(VISIT_DAY.DAY.ge(day)), inline(BigDecimal.ZERO))
                .convertFrom(BigDecimal::longValue);
    }
}
