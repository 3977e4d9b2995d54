package org.giaoban.consolidation;

import org.giaoban.indicators.TargetsDecided;
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

    private final Stirs stirs;

    Stirring(Stirs stirs) {
        this.stirs = stirs;
    }

    @EventListener
    void sent(ReturnSubmitted event) {
        stirs.above(event.unit(), event.form(), Period.parse(event.period()), "SENT_AGAIN");
    }

    @EventListener
    void decided(ReturnDecided event) {
        stirs.above(event.unit(), event.form(), Period.parse(event.period()), act(event.state()));
    }

    /** Returns by the file go past the way of a single one; the reports above them are noted once for each file's part. */
    @EventListener
    void brought(ReturnsBrought event) {
        stirs.aboveMany(event.units(), event.period());
    }

    /** A plan moves what is calculated from it, in the reports of that year. */
    @EventListener
    void planned(TargetsDecided event) {
        stirs.planned(event);
    }

    private static String act(ReturnState state) {
        return switch (state) {
            case ACCEPTED -> "ACCEPTED";
            case RETURNED -> "RETURNED";
            case DRAFT, MISSING, SUBMITTED -> "REOPENED";
        };
    }
}
