package org.giaoban.indicators;

import org.jspecify.annotations.Nullable;

/** What all units of one place count for together, by run and indicator, before it is added to the totals above them. */
final class PlaceSteps {

    private final int indicators;
    private final @Nullable Step[] @Nullable [] steps = new @Nullable Step[Run.ALL.size()] @Nullable [];

    PlaceSteps(int indicators) {
        this.indicators = indicators;
    }

    Step at(int run, int position) {
        var row = steps[run];
        if (row == null) {
            row = new @Nullable Step[indicators];
            steps[run] = row;
        }
        var step = row[position];
        if (step == null) {
            step = new Step();
            row[position] = step;
        }
        return step;
    }

    /** Whether anything counts in a run. */
    boolean has(int run) {
        return steps[run] != null;
    }

    @Nullable
    Step find(int run, int position) {
        var row = steps[run];
        return row == null ? null : row[position];
    }
}
