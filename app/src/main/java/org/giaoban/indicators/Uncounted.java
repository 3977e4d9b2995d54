package org.giaoban.indicators;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The sheets that changed since they were last counted. Lines are only added and taken, never changed: nobody waits here. */
@Repository
class Uncounted {

    private final DSLContext db;

    Uncounted(DSLContext db) {
        this.db = db;
    }

    /** What one unit said for one stored period. */
    record Changed(short cell, int unit, int period) {

        private static Changed of(Record row) {
            return new Changed(
                    row.get("cell_id", short.class), row.get("unit_no", int.class), row.get("period", int.class));
        }
    }

    /** To be called in the transaction that writes the values, for values that did not come through {@link FactRepository}. */
    void add(Collection<Changed> changed) {
        db.execute(
                "insert into indicators.uncounted (cell_id, unit_no, period)"
                        + " select * from unnest(?::smallint[], ?::int[], ?::int[])",
                changed.stream().map(Changed::cell).toArray(Short[]::new),
                changed.stream().map(Changed::unit).toArray(Integer[]::new),
                changed.stream().map(Changed::period).toArray(Integer[]::new));
    }

    /** Takes lines away; they come back when the transaction does. */
    Set<Changed> take(int most) {
        return new HashSet<>(db.fetch(
                        "delete from indicators.uncounted where (cell_id, id) in"
                                + " (select cell_id, id from indicators.uncounted limit ?) returning cell_id, unit_no, period",
                        most)
                .map(Changed::of));
    }

    boolean any() {
        return !db.fetch("select from indicators.uncounted limit 1").isEmpty();
    }

    /** How long the oldest line has waited, in seconds; 0 when none waits. */
    double oldestSeconds() {
        var rows = db.fetch(
                "select coalesce(extract(epoch from clock_timestamp() - min(since)), 0)::float8 as age from indicators.uncounted");
        return rows.getFirst().get("age", double.class);
    }
}
