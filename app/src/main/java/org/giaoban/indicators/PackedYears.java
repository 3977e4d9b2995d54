package org.giaoban.indicators;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.YearReader.Cells;
import org.giaoban.platform.CopiedRow;
import org.giaoban.platform.FixedStatements;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was counted of units' years, only the periods and indicators asked for, unit after unit. */
@Repository
class PackedYears {

    private static final int YEAR = 100;

    /** Fewer units than these are named in the statement; of more, those of other units are read past. */
    private static final int NAMED = 5000;

    private static final String YEARS = "select cell_id, unit_no, said from indicators.counted where cell_id >= %d"
            + " and cell_id <= %d and year >= %d and year <= %d%s order by cell_id, unit_no, year";

    private final FixedStatements statements;

    PackedYears(FixedStatements statements) {
        this.statements = statements;
    }

    /** What is wanted of which units. */
    record Asked(SortedSet<Integer> periods, BitSet indicators, Set<Integer> units) {

        private String named() {
            return units.size() > NAMED
                    ? ""
                    : " and unit_no in (" + units.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        }
    }

    /** Hears of each year of each unit, one after the other. */
    interface Listener {
        void said(Owner unit, Map<Integer, Sheet> byPeriod);
    }

    @Transactional(readOnly = true)
    void read(Asked asked, Cells cells, Listener listener) {
        var first = asked.periods().first() / YEAR;
        var last = asked.periods().last() / YEAR;
        statements.copyOut(
                YEARS.formatted(cells.first(), cells.last(), first, last, asked.named()),
                row -> read(row, asked, listener));
    }

    private static void read(CopiedRow row, Asked asked, Listener listener) {
        var cell = row.smallNumber();
        var unit = row.number();
        if (asked.units().contains(unit)) {
            listener.said(new Owner(unit, cell), YearSheets.read(row.bytes(), asked.periods(), asked.indicators()));
        }
    }
}
