package org.giaoban.reporting;

import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;

/** Tells what became of the requests a unit made before. Implemented by the module that keeps their ledger. */
public interface EarlierRequests {

    /**
     * What the unit asked in its last report and since, in every period this report covers, and what is unanswered
     * from before; empty when there is nothing to tell.
     */
    Optional<Summary> before(UnitId unit, Period last, Period period);

    /** One request: its number, its words and how far it is. */
    record Line(String number, String text, String state, String href) {}

    /** How many were asked since the last report, how many of them are settled, and each of them by name. */
    record Summary(Period last, int asked, int answered, int refused, List<Line> older, List<Line> lines) {

        public int open() {
            return asked - answered - refused;
        }
    }
}
