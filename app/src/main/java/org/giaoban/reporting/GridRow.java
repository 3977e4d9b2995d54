package org.giaoban.reporting;

import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.Figure;

/** One unit's return as a row of the grid: what is typed, what it reads as, and what does not hold in it. */
record GridRow(
        ReturnKey key,
        Optional<ReturnRow> row,
        Fields fields,
        boolean draft,
        ReturnReading reading,
        Examined examined,
        Map<String, Figure> before,
        Map<String, Integer> talks) {

    ReturnState state() {
        return row.filter(found -> found.version() > 0 || draft)
                .map(ReturnRow::state)
                .orElse(ReturnState.MISSING);
    }

    /** Its cells may be changed. */
    boolean open() {
        return !state().received();
    }

    boolean begun() {
        return !reading.content().empty() || !reading.problems().isEmpty();
    }

    /** Somebody began it, nothing lacks, nothing blocks, and it is not sent yet. */
    boolean ready() {
        return open() && begun() && examined.whole();
    }
}
