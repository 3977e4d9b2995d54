package org.giaoban.reporting;

import java.util.List;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A check that does not hold, or a cell that could not be taken, as it is stored with the return. */
record Found(
        String rule,
        Severity severity,
        String titleKey,
        @Nullable String indicator,
        String key,
        List<String> arguments,
        @Nullable String place) {

    /** The rule under which unreadable cells are stored. */
    static final String CELL = "CELL";

    static Found of(Problem problem) {
        return new Found(
                CELL,
                Severity.BLOCKING,
                "reporting.finding.cell",
                problem.indicator(),
                problem.key(),
                problem.arguments(),
                problem.place());
    }

    /** What is wrong in a few words; the first argument names the indicator. */
    String title() {
        return Texts.text(titleKey, arguments.toArray());
    }

    String sentence() {
        return Texts.text(key, arguments.toArray());
    }
}
