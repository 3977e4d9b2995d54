package org.giaoban.indicators;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.giaoban.indicators.CountedRepository.UnitYear;
import org.giaoban.indicators.YearSheets.Stamped;
import org.giaoban.platform.CopiedRow;
import org.giaoban.platform.FixedStatements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads everything that all units of some cells said in a year, unit after unit, a row for each sheet. */
@Repository
class YearReader {

    private static final int YEAR = 100;
    /** In the order of the primary key, however large the table is: sorting millions of values would cost more than reading them. */
    private static final String IN_ORDER =
            "set local enable_sort = off; set local enable_hashjoin = off; set local enable_bitmapscan = off;"
                    + " set local enable_hashagg = off; set local enable_seqscan = off";

    private static final String SHEETS = """
            select v.cell_id, v.unit_no, v.period, %5$s
            from indicators.sheet_values v
            join indicators.sheet s on (s.cell_id, s.unit_no, s.period) = (v.cell_id, v.unit_no, v.period)
            where v.period >= %1$d and v.period < %2$d and v.cell_id >= %3$d and v.cell_id <= %4$d
              and s.period >= %1$d and s.period < %2$d and s.cell_id >= %3$d and s.cell_id <= %4$d
            order by v.cell_id, v.unit_no, v.period""";

    private final FixedStatements statements;

    YearReader(FixedStatements statements) {
        this.statements = statements;
    }

    /** Cells from the first to the last. */
    record Cells(int first, int last) {}

    /** Hears of each unit's year once. */
    interface Listener {
        void said(UnitYear unit, YearSheets said);
    }

    /** Every indicator there ever was. */
    @Transactional(readOnly = true)
    List<Short> indicators() {
        return statements.query("select id from indicators.indicator", (row, number) -> row.getShort(1));
    }

    @Transactional(readOnly = true)
    void read(int year, Cells cells, Listener listener) {
        statements.execute(IN_ORDER);
        var sheets = new Sheets(year, listener);
        statements.copyOut(
                SHEETS.formatted(year * YEAR, (year + 1) * YEAR, cells.first(), cells.last(), SheetRow.COLUMNS),
                sheets::add);
        sheets.tell();
    }

    /** Puts the sheets of each unit together. */
    private static final class Sheets {

        private final int year;
        private final Listener listener;
        private @Nullable UnitYear unit;
        private Map<Integer, Stamped> byPeriod = new TreeMap<>();

        Sheets(int year, Listener listener) {
            this.year = year;
            this.listener = listener;
        }

        void add(CopiedRow row) {
            var next = new UnitYear(row.smallNumber(), row.number(), year);
            if (!next.equals(unit)) {
                tell();
                unit = next;
            }
            byPeriod.put(row.number(), SheetRow.read(row));
        }

        void tell() {
            if (unit != null) {
                listener.said(unit, new YearSheets(byPeriod));
                byPeriod = new TreeMap<>();
            }
        }
    }
}
