package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Refused;

/** The catalogue cannot change a month that is over: what was reported and told of it stays. */
record OpenMonths(LocalDate first) {

    /** The key of the refusal to begin too early. */
    static final String BEGIN = "indicators.past.begin";

    static OpenMonths of(Clock clock) {
        return new OpenMonths(LocalDate.now(clock).withDayOfMonth(1));
    }

    /** The first day on which something holds. */
    void mayBegin(LocalDate from) {
        if (from.isBefore(first)) {
            throw tooEarly();
        }
    }

    /** The same as a sentence for a form. */
    Optional<String> refusal(LocalDate from) {
        return from.isBefore(first) ? Optional.of(tooEarly().text()) : Optional.empty();
    }

    private Refused tooEarly() {
        return new Refused(BEGIN, Formats.date(first));
    }

    /** The last day on which something holds. */
    void mayEnd(LocalDate last) {
        var earliest = first.minusDays(1);
        if (last.isBefore(earliest)) {
            throw new Refused("indicators.past.end", Formats.date(earliest));
        }
    }
}
