package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.UNIT_RETURN;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which versions of which returns count in a period: for those who keep what they consolidated. Callers have checked access. */
@Repository
@Transactional(readOnly = true)
public class ReturnStamps {

    private static final int MOST = 50_000;

    private final DSLContext db;

    ReturnStamps(DSLContext db) {
        this.db = db;
    }

    /** A return that counts, as its unit last sent it. */
    public record Stamp(UnitId unit, String form, String period, int version, ReturnState state) {

        /** "TH-THANG 2018-10 v2". */
        public String written() {
            return form + " " + period + " v" + version;
        }
    }

    /** Sent and accepted ones of these units and forms for the period itself and the months in it. */
    public List<Stamp> of(Collection<UnitId> units, Collection<String> forms, Period period) {
        var periods = Stream.concat(Stream.of(period), period.months().stream())
                .map(Period::code)
                .distinct()
                .toArray(String[]::new);
        return db.select(
                        UNIT_RETURN.UNIT_ID,
                        UNIT_RETURN.FORM,
                        UNIT_RETURN.PERIOD,
                        UNIT_RETURN.VERSION,
                        UNIT_RETURN.STATE)
                .from(UNIT_RETURN)
                .where(UNIT_RETURN.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .and(UNIT_RETURN.PERIOD.eq(any(periods)))
                .and(UNIT_RETURN.FORM.in(forms))
                .and(UNIT_RETURN.STATE.in(ReturnState.SUBMITTED.name(), ReturnState.ACCEPTED.name()))
                .orderBy(UNIT_RETURN.UNIT_ID, UNIT_RETURN.PERIOD, UNIT_RETURN.FORM)
                .limit(MOST)
                .fetch(found -> new Stamp(
                        found.value1(),
                        found.value2(),
                        found.value3(),
                        found.value4(),
                        ReturnState.valueOf(found.value5())));
    }
}
