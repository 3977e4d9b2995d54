package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.giaoban.indicators.RollUp.Wanted;
import org.giaoban.kernel.Period;

/**
 * Which indicators are not added up over time but take the last value, as the catalogue has it at the end of each month of a
 * year: a bit for each month, by indicator.
 */
record Takings(Map<Short, Integer> months) {

    static Takings of(Indicators indicators, int year) {
        var months = new TreeMap<Short, Integer>();
        for (var month = 1; month <= Run.MONTHS; month++) {
            var bit = 1 << month;
            indicators
                    .catalogue(Period.month(year, month).lastDay())
                    .forEach(one -> months.merge(one.id(), one.takesLast() ? bit : 0, (all, more) -> all | more));
        }
        return new Takings(months);
    }

    boolean last(short indicator, int month) {
        return (months.getOrDefault(indicator, 0) & 1 << month) != 0;
    }

    /** Months with the same answers for these indicators stand together. */
    Map<List<Wanted>, List<Run>> runs(Collection<Run> runs, Collection<Short> indicators) {
        var byWanted = new LinkedHashMap<List<Wanted>, List<Run>>();
        for (var run : runs) {
            var wanted = indicators.stream()
                    .map(indicator -> new Wanted(indicator, last(indicator, run.to())))
                    .toList();
            byWanted.computeIfAbsent(wanted, key -> new ArrayList<>()).add(run);
        }
        return byWanted;
    }

    String written() {
        return months.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Whether something that was known then is answered otherwise now; what is new since was never counted. */
    boolean contradicts(String written) {
        var before = new HashMap<Short, Integer>();
        Arrays.stream(written.split(" "))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split(":"))
                .forEach(one -> before.put(Short.valueOf(one[0]), Integer.valueOf(one[1])));
        return before.entrySet().stream().anyMatch(one -> !one.getValue().equals(months.get(one.getKey())));
    }
}
