package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of each of several periods, so that a later wording or formula does not alter an earlier one.
 *
 * @param editions those that differ; mostly one
 * @param numbers for each period, which of them is in force on its last day
 */
record InForce(List<Map<String, Indicator>> editions, List<Integer> numbers) {

    static InForce of(List<Period> periods, Editions lines) {
        var editions = new ArrayList<Map<String, Indicator>>();
        var numbers = new ArrayList<Integer>();
        for (var period : periods) {
            var edition = lines.on(period.lastDay());
            if (!editions.contains(edition)) {
                editions.add(edition);
            }
            numbers.add(editions.indexOf(edition));
        }
        return new InForce(List.copyOf(editions), List.copyOf(numbers));
    }

    /** None when the catalogue does not have it in that period. */
    @Nullable
    Indicator find(int period, String code) {
        return editions.get(numbers.get(period)).get(code);
    }

    /** Each once, in whatever version: values and ways of adding them up are the same in all. */
    Collection<Indicator> all() {
        var all = new LinkedHashMap<Short, Indicator>();
        editions.forEach(edition -> edition.values().forEach(line -> all.putIfAbsent(line.id(), line)));
        return all.values();
    }

    boolean looksBack() {
        return editions.stream().anyMatch(edition -> edition.values().stream().anyMatch(Indicator::looksBack));
    }
}
