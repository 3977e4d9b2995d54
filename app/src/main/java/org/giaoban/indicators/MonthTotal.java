package org.giaoban.indicators;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a month brings to the totals of a unit and all below it, by indicator and by the month the total begins with. To the
 * total since January it adds a step; other totals that end with it stand here as a whole.
 */
final class MonthTotal {

    private static final int STARTS = 16;

    private final Map<Integer, Step> steps = new HashMap<>();

    static MonthTotal read(byte[] bytes) {
        var total = new MonthTotal();
        var in = new PackedReader(bytes);
        var key = 0;
        while (in.more()) {
            key += (int) in.number();
            total.steps.put(key, Step.read(in));
        }
        return total;
    }

    PackedWriter packed() {
        var out = new PackedWriter();
        var before = 0;
        for (var key : keys()) {
            out.number(key - before);
            before = key;
            at(key).write(out);
        }
        return out;
    }

    private int[] keys() {
        var keys = steps.keySet().stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(keys);
        return keys;
    }

    Step at(short indicator, int from) {
        return at(indicator * STARTS + from);
    }

    private Step at(int key) {
        return steps.computeIfAbsent(key, none -> new Step());
    }

    @Nullable
    Step find(short indicator, int from) {
        return steps.get(indicator * STARTS + from);
    }

    void add(MonthTotal other) {
        other.steps.forEach((key, step) -> at(key).add(step));
        tidy();
    }

    /** Leaves out what is nothing. */
    MonthTotal tidy() {
        steps.values().removeIf(Step::nothing);
        return this;
    }

    boolean empty() {
        return steps.isEmpty();
    }

    int size() {
        return steps.size();
    }
}
