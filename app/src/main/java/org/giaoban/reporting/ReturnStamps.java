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
    private final Returns returns;

    ReturnStamps(DSLContext db, Returns returns) {
        this.db = db;
        this.returns = returns;
    }

    /** A return that counts, as its unit last sent it. */
    public record Stamp(UnitId unit, String form, String period, int version, ReturnState state) {

        /** "TH-THANG 2018-10 v2". */
        public String written() {
            return form + " " + period + " v" + version;
        }
    }

    /** How many returns were owed below a unit, how many came, how many of them were accepted. */
    public record Counts(int expected, int received, int accepted) {}

    /** Sent and accepted ones of these units for the period itself and the months in it. */
    public List<Stamp> of(Collection<UnitId> units, Period period) {
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

    public Counts counts(UnitId root, Period period) {
        var all = returns.progress(root, period);
        return new Counts(
                all.size(),
                (int) all.stream().filter(one -> one.state().received()).count(),
                (int) all.stream()
                        .filter(one -> one.state() == ReturnState.ACCEPTED)
                        .count());
    }
}
