package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.giaoban.indicators.CountedRepository.UnitYear;
import org.giaoban.indicators.Sheet.Amount;
import org.giaoban.indicators.Sheet.Entry;
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
    private static final int VERSION = 1;
    private static final int NUMERATOR = 2;
    private static final int DENOMINATOR = 3;
    private static final int QUALIFIER = 4;
    private static final int ABSENCE = 5;

    /** In the order of the primary key, however large the table is: sorting millions of values would cost more than reading them. */
    private static final String IN_ORDER =
            "set local enable_sort = off; set local enable_hashjoin = off; set local enable_bitmapscan = off;"
                    + " set local enable_hashagg = off; set local enable_seqscan = off";

    /** What is rare among values comes as text beside them. */
    private static final String SHEETS = """
            select v.cell_id, v.unit_no, v.period, s.stamp, s.accepted, v.indicators, v.amounts,
                coalesce(v.arrivals, array_fill(v.arrival_id, array[cardinality(v.indicators)])),
                case when v.versions is not null or v.numerators is not null or v.qualifiers is not null or v.absences is not null then (
                    select string_agg(concat_ws(' ', indicator_id, coalesce(version, 1), coalesce(numerator::text, '-'),
                            coalesce(denominator::text, '-'), coalesce(qualifier, '-'), coalesce(absence, '-')), ',')
                        filter (where version <> 1 or absence is not null or numerator is not null or qualifier is not null)
                    from unnest(v.indicators, v.versions, v.numerators, v.denominators, v.qualifiers, v.absences)
                        as u (indicator_id, version, numerator, denominator, qualifier, absence)
                ) end
            from indicators.sheet_values v
            join indicators.sheet s on (s.cell_id, s.unit_no, s.period) = (v.cell_id, v.unit_no, v.period)
            where v.period >= %1$d and v.period < %2$d and v.cell_id >= %3$d and v.cell_id <= %4$d
              and s.period >= %1$d and s.period < %2$d and s.cell_id >= %3$d and s.cell_id <= %4$d
            order by v.cell_id, v.unit_no, v.period""";

    private static final List<String> PLAIN = List.of();

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
        statements.copyOut(SHEETS.formatted(year * YEAR, (year + 1) * YEAR, cells.first(), cells.last()), sheets::add);
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
            var period = row.number();
            var stamp = row.largeNumber();
            byPeriod.put(period, new Stamped(stamp, sheet(row)));
        }

        void tell() {
            if (unit != null) {
                listener.said(unit, new YearSheets(byPeriod));
                byPeriod = new TreeMap<>();
            }
        }

        private static Sheet sheet(CopiedRow row) {
            var accepted = row.largeNumbers();
            var indicators = row.smallNumbers();
            var amounts = row.decimals();
            var arrivals = row.largeNumbers();
            var rest = rest(row.text());
            var entries = new ArrayList<Entry>(indicators.length);
            for (var at = 0; at < indicators.length; at++) {
                var words = rest.getOrDefault(indicators[at], PLAIN);
                entries.add(entry(indicators[at], amounts[at], words, accepted(accepted, arrivals[at])));
            }
            return new Sheet(entries);
        }

        private static boolean accepted(long[] accepted, long arrival) {
            for (var one : accepted) {
                if (one == arrival) {
                    return true;
                }
            }
            return false;
        }

        private static Map<Short, List<String>> rest(@Nullable String text) {
            if (text == null) {
                return Map.of();
            }
            var rest = new HashMap<Short, List<String>>();
            for (var one : text.split(",")) {
                var words = List.of(one.split(" "));
                rest.put(Short.valueOf(words.getFirst()), words);
            }
            return rest;
        }

        private static Entry entry(short indicator, @Nullable BigDecimal value, List<String> words, boolean accepted) {
            var plain = words == PLAIN;
            var amount = value == null
                    ? null
                    : plain
                            ? new Amount(value, null, null)
                            : new Amount(value, decimal(words.get(NUMERATOR)), decimal(words.get(DENOMINATOR)));
            return plain
                    ? new Entry(indicator, 1, amount, 0, 0, accepted)
                    : new Entry(
                            indicator,
                            Integer.parseInt(words.get(VERSION)),
                            amount,
                            SheetRepository.qualifier(word(words.get(QUALIFIER))),
                            SheetRepository.absence(word(words.get(ABSENCE))),
                            accepted);
        }

        private static @Nullable String word(String word) {
            return word.equals("-") ? null : word;
        }

        private static @Nullable BigDecimal decimal(String word) {
            return word.equals("-") ? null : new BigDecimal(word);
        }
    }
}
