package org.giaoban.indicators;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a month brings to the totals of a unit and all below it, by indicator and by the month the total begins with. To the
 * total since January it adds a step; other totals that end with it stand here as a whole.
 */
final class MonthTotal {

    private static final int STARTS = 16;

    /** By indicator, then by the month the total begins with: found without a search, as most of the counting happens here. */
    private @Nullable Step[] @Nullable [] steps = new @Nullable Step[0] @Nullable [];

    private int size;

    static MonthTotal read(byte[] bytes) {
        var total = new MonthTotal();
        var in = new PackedReader(bytes);
        var key = 0;
        while (in.more()) {
            key += (int) in.number();
            total.put(key, Step.read(in));
        }
        return total;
    }

    PackedWriter packed() {
        var out = new PackedWriter();
        var before = 0;
        for (var indicator = 0; indicator < steps.length; indicator++) {
            var row = steps[indicator];
            for (var from = 0; row != null && from < STARTS; from++) {
                var step = row[from];
                if (step != null) {
                    var key = indicator * STARTS + from;
                    out.number(key - before);
                    before = key;
                    step.write(out);
                }
            }
        }
        return out;
    }

    private void put(int key, Step step) {
        row(key / STARTS)[key % STARTS] = step;
        size++;
    }

    private @Nullable Step[] row(int indicator) {
        if (indicator >= steps.length) {
            steps = Arrays.copyOf(steps, Math.max(indicator + 1, steps.length * 2));
        }
        var row = steps[indicator];
        if (row == null) {
            row = new @Nullable Step[STARTS];
            steps[indicator] = row;
        }
        return row;
    }

    Step at(short indicator, int from) {
        var row = row(indicator);
        var step = row[from];
        if (step == null) {
            step = new Step();
            row[from] = step;
            size++;
        }
        return step;
    }

    @Nullable
    Step find(short indicator, int from) {
        var row = indicator < steps.length ? steps[indicator] : null;
        return row == null ? null : row[from];
    }

    void add(MonthTotal other) {
        for (var indicator = 0; indicator < other.steps.length; indicator++) {
            var row = other.steps[indicator];
            for (var from = 0; row != null && from < STARTS; from++) {
                var step = row[from];
                if (step != null) {
                    at((short) indicator, from).add(step);
                }
            }
        }
        tidy();
    }

    /** Leaves out what is nothing. */
    MonthTotal tidy() {
        for (var row : steps) {
            for (var from = 0; row != null && from < STARTS; from++) {
                var step = row[from];
                if (step != null && step.nothing()) {
                    row[from] = null;
                    size--;
                }
            }
        }
        return this;
    }

    boolean empty() {
        return size == 0;
    }

    int size() {
        return size;
    }
}
