package org.giaoban.consolidation;

import org.giaoban.kernel.Period;
import org.giaoban.reporting.ReturnDecided;
import org.giaoban.reporting.ReturnState;
import org.giaoban.reporting.ReturnSubmitted;
import org.giaoban.reporting.ReturnsBrought;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes, in the transaction that moves a return, the reports above it that have been sent; most of the time there are none. */
@Component
@Transactional
class Stirring {

    private final LevelTrace trace;

    Stirring(LevelTrace trace) {
        this.trace = trace;
    }

    @EventListener
    void sent(ReturnSubmitted event) {
        trace.stirAbove(event.unit(), Period.parse(event.period()), "SENT_AGAIN");
    }

    @EventListener
    void decided(ReturnDecided event) {
        trace.stirAbove(event.unit(), Period.parse(event.period()), act(event.state()));
    }

    /** Returns by the file go past the way of a single one; the reports above them are noted once for each file's part. */
    @EventListener
    void brought(ReturnsBrought event) {
        trace.stirAboveMany(event.units(), event.period());
    }

    private static String act(ReturnState state) {
        return switch (state) {
            case ACCEPTED -> "ACCEPTED";
            case RETURNED -> "RETURNED";
            case DRAFT, MISSING, SUBMITTED -> "REOPENED";
        };
    }
}
