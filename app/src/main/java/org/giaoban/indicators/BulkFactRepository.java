package org.giaoban.indicators;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.FactRepository.Said;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Figure;
import org.giaoban.platform.CopyRows;
import org.giaoban.platform.FixedStatements;
import org.springframework.stereotype.Repository;

/** Values of many sheets, written in the database's own form for many rows. */
@Repository
class BulkFactRepository {

    private static final String VALUES = """
            select v.unit_no, i.code, v.value, v.numerator, v.denominator, v.qualifier, v.absence
            from indicators.indicator_value v join indicators.indicator i on i.id = v.indicator_id
            where v.cell_id = any (?) and v.unit_no = any (?) and v.period = ? and i.code = any (?)""";

    private static final String SHEETS = """
            select unit_no from indicators.sheet where cell_id = any (?) and unit_no = any (?) and period = ?""";

    private static final String ARRIVALS =
            "select nextval('indicators.arrival_id_seq') from generate_series(1, ?) order by 1";

    private final FixedStatements statements;

    BulkFactRepository(FixedStatements statements) {
        this.statements = statements;
    }

    /** What is to be written, table by table. */
    static final class Rows {

        private final CopyRows arrivals = new CopyRows("indicators.arrival"
                + " (cell_id, id, unit_no, period, source_kind, source_id, source_label, put_at, put_by_account_id)");
        private final CopyRows values = new CopyRows(
                "indicators.sheet_values (cell_id, unit_no, period, arrival_id, " + PackedSheet.COLUMNS + ")");
        private final CopyRows sheets = new CopyRows("indicators.sheet (cell_id, unit_no, period, stamp)");
        private final CopyRows uncounted = new CopyRows("indicators.uncounted (cell_id, unit_no, period)");
        private final Instant at;
        private final AccountId by;

        Rows(Instant at, AccountId by) {
            this.at = at;
            this.by = by;
        }

        void add(FactSource source, Owner owner, int period, long arrival, List<Said> said) {
            arrivals.add(owner.cell()).add(arrival).add(owner.number()).add(period);
            arrivals.add(source.kind())
                    .add(source.id())
                    .add(source.label())
                    .add(at)
                    .add(by.value())
                    .end();
            values.add(owner.cell()).add(owner.number()).add(period).add(arrival);
            PackedSheet.of(said).forEach(values::add);
            values.end();
            sheets.add(owner.cell())
                    .add(owner.number())
                    .add(period)
                    .add(arrival)
                    .end();
            uncounted.add(owner.cell()).add(owner.number()).add(period).end();
        }
    }

    void copy(Rows rows) {
        statements.copy(rows.arrivals);
        // The sheets first, as with a single return: two who meet wait for each other, never in a circle.
        statements.copy(rows.sheets);
        statements.copy(rows.values);
        statements.copy(rows.uncounted);
    }

    /** As many fresh numbers, each greater than the one before. */
    List<Long> arrivals(int count) {
        return statements.query(ARRIVALS, (row, number) -> row.getLong(1), count);
    }

    Set<Integer> sheets(Collection<Owner> owners, int period) {
        return new HashSet<>(
                statements.query(SHEETS, (row, number) -> row.getInt(1), cells(owners), numbers(owners), period));
    }

    /** By the unit's number, the values of exactly this period by indicator code. */
    Map<Integer, Map<String, Figure>> values(Collection<Owner> owners, int period, Collection<String> codes) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        var values = new HashMap<Integer, Map<String, Figure>>();
        statements.query(
                VALUES,
                (row, number) -> {
                    values.computeIfAbsent(row.getInt(1), unit -> new HashMap<>())
                            .put(row.getString(2), FactRepository.figure(row, 3));
                    return number;
                },
                cells(owners),
                numbers(owners),
                period,
                codes.toArray(String[]::new));
        return values;
    }

    private static Short[] cells(Collection<Owner> owners) {
        return owners.stream().map(Owner::cell).distinct().toArray(Short[]::new);
    }

    private static Integer[] numbers(Collection<Owner> owners) {
        return owners.stream().map(Owner::number).toArray(Integer[]::new);
    }
}
