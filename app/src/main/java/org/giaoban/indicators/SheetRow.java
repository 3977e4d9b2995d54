package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.Sheet.Amount;
import org.giaoban.indicators.Sheet.Entry;
import org.giaoban.indicators.YearSheets.Stamped;
import org.giaoban.platform.CopiedRow;
import org.jspecify.annotations.Nullable;

/** A whole sheet out of one row in the database's binary form: values in lists, what is rare among them as text beside them. */
final class SheetRow {

    /** Out of {@code indicators.sheet_values v} and {@code indicators.sheet s}. */
    static final String COLUMNS = """
            s.stamp, s.accepted, v.indicators, v.amounts, coalesce(v.versions, '{}'),
            coalesce(v.arrivals, array[v.arrival_id]),
            case when v.numerators is not null or v.qualifiers is not null or v.absences is not null then (
                select string_agg(concat_ws(' ', indicator_id, coalesce(numerator::text, '-'),
                        coalesce(denominator::text, '-'), coalesce(qualifier, '-'), coalesce(absence, '-')), ',')
                    filter (where absence is not null or numerator is not null or qualifier is not null)
                from unnest(v.indicators, v.numerators, v.denominators, v.qualifiers, v.absences)
                    as u (indicator_id, numerator, denominator, qualifier, absence)
            ) end""";

    private static final int NUMERATOR = 1;
    private static final int DENOMINATOR = 2;
    private static final int QUALIFIER = 3;
    private static final int ABSENCE = 4;
    private static final List<String> PLAIN = List.of();

    private SheetRow() {}

    static Stamped read(CopiedRow row) {
        var stamp = row.largeNumber();
        var accepted = row.largeNumbers();
        var indicators = row.smallNumbers();
        var amounts = row.decimals();
        var versions = row.numbers();
        var arrivals = row.largeNumbers();
        var rest = rest(row.text());
        var entries = new ArrayList<Entry>(indicators.length);
        for (var at = 0; at < indicators.length; at++) {
            entries.add(entry(
                    indicators[at],
                    versions.length == 0 ? 1 : versions[at],
                    amounts[at],
                    rest.getOrDefault(indicators[at], PLAIN),
                    accepted(accepted, arrivals[arrivals.length == 1 ? 0 : at])));
        }
        return new Stamped(stamp, new Sheet(entries));
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

    private static Entry entry(
            short indicator, int version, @Nullable BigDecimal value, List<String> words, boolean accepted) {
        if (words == PLAIN) {
            var amount = value == null ? null : new Amount(value, null, null);
            return new Entry(indicator, version, amount, 0, 0, accepted);
        }
        return new Entry(
                indicator,
                version,
                value == null
                        ? null
                        : new Amount(value, decimal(words.get(NUMERATOR)), decimal(words.get(DENOMINATOR))),
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
