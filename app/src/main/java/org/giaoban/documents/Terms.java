package org.giaoban.documents;

import static org.giaoban.documents.db.Tables.TERM;
import static org.jooq.impl.DSL.any;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The terms of office of committees. */
@Repository
@Transactional(readOnly = true)
public class Terms {

    private final DSLContext db;

    Terms(DSLContext db) {
        this.db = db;
    }

    /** A term by its name, "2015-2020"; it ends on the day before {@code until}. */
    public record Term(String code, LocalDate from, LocalDate until) {

        private static final int LONGEST = 120;

        /** From the first whole month of the term to this one; nothing where the term has none yet. */
        public Optional<Period> soFar(Period month) {
            var first = from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
            var months = (month.year() - first.getYear()) * 12 + month.ordinal() - first.getMonthValue() + 1;
            return months < 1 ? Optional.empty() : Optional.of(Period.stretch(month, Math.min(months, LONGEST)));
        }
    }

    /** The terms the day lies in, of those units that have one. */
    public Map<UnitId, Term> on(Collection<UnitId> units, LocalDate day) {
        var terms = new HashMap<UnitId, Term>();
        db.select(TERM.UNIT_ID, TERM.CODE, TERM.FROM_ON, TERM.UNTIL_ON)
                .from(TERM)
                .where(TERM.UNIT_ID.eq(any(units.toArray(UnitId[]::new))), TERM.FROM_ON.le(day), TERM.UNTIL_ON.gt(day))
                .forEach(row -> terms.put(row.value1(), new Term(row.value2(), row.value3(), row.value4())));
        return terms;
    }
}
