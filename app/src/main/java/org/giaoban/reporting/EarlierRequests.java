package org.giaoban.reporting;

import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;

/** Tells what became of the requests of a unit's return before. Implemented by the module that keeps their ledger. */
public interface EarlierRequests {

    /** Of the period before this one; empty when nothing was asked. */
    Optional<Summary> before(UnitId unit, Period period);

    /** How many were asked, how many of them are settled, and the list of them. */
    record Summary(Period period, int asked, int answered, int refused, String href) {

        public int open() {
            return asked - answered - refused;
        }
    }
}
