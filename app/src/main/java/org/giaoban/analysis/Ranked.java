package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something with its place in an order: the best is first, equal ones share a place and the next one skips it, what has no
 * value has no place and stands last.
 *
 * @param place 0 for none
 */
record Ranked<T>(T item, int place, boolean shared) {

    static <T> List<Ranked<T>> of(List<T> items, Function<T, @Nullable BigDecimal> by, boolean lessFirst) {
        var order = Comparator.<BigDecimal>naturalOrder();
        record Valued<T>(T item, BigDecimal value) {}
        var valued = new ArrayList<Valued<T>>();
        var ranked = new ArrayList<Ranked<T>>();
        var silent = new ArrayList<Ranked<T>>();
        for (var item : items) {
            var value = by.apply(item);
            if (value == null) {
                silent.add(new Ranked<>(item, 0, false));
            } else {
                valued.add(new Valued<>(item, value));
            }
        }
        valued.sort(Comparator.comparing(Valued::value, lessFirst ? order : order.reversed()));
        var place = 0;
        for (var at = 0; at < valued.size(); at++) {
            var value = valued.get(at).value();
            var asBefore = at > 0 && value.compareTo(valued.get(at - 1).value()) == 0;
            var asAfter =
                    at + 1 < valued.size() && value.compareTo(valued.get(at + 1).value()) == 0;
            place = asBefore ? place : at + 1;
            ranked.add(new Ranked<>(valued.get(at).item(), place, asBefore || asAfter));
        }
        ranked.addAll(silent);
        return ranked;
    }
}
