package org.giaoban.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;

/**
 * A return was sent, with everything it now asks of those above.
 *
 * @param told whether a story tells it, which nobody is to be notified of
 */
public record RequestsRaised(
        UUID returnId, UnitId unit, Period period, String href, Instant at, boolean told, List<Asked> requests) {

    /** Something a unit asks of somebody above. */
    public record Asked(String text, String addressee) {}
}
