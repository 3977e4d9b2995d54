package org.giaoban.indicators;

import org.jspecify.annotations.Nullable;

/** What all units of one place count for together, by run and indicator, before it is added to the totals above them. */
final class PlaceSteps {

    private final @Nullable Step[][] steps;

    PlaceSteps(int indicators) {
        steps = new @Nullable Step[Run.ALL.size()][indicators];
    }

    Step at(int run, int position) {
        var step = steps[run][position];
        if (step == null) {
            step = new Step();
            steps[run][position] = step;
        }
        return step;
    }

    @Nullable
    Step find(int run, int position) {
        return steps[run][position];
    }
}
