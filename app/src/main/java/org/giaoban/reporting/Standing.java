package org.giaoban.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.giaoban.reporting.CompletenessRepository.Came;

/**
 * How a branch stands with one form or several: what is expected of it and what came.
 *
 * @param overdue not sent although the date, extended or not, has passed
 */
record Standing(int expected, int overdue, Came came) {

    static final Standing NONE = new Standing(0, 0, Came.NOTHING);

    /** What has neither come nor a later date is overdue as soon as the form's date has passed. */
    static Standing of(int expected, Came came, LocalDate dueOn, LocalDate today) {
        var open = expected - came.received();
        return new Standing(expected, dueOn.isBefore(today) ? Math.max(0, open - came.notYetDue()) : 0, came);
    }

    Standing plus(Standing other) {
        return new Standing(expected + other.expected, overdue + other.overdue, came.plus(other.came));
    }

    int received() {
        return came.received();
    }

    int late() {
        return came.received() - came.onTime();
    }

    int missing() {
        return expected - came.received() - came.givenBack();
    }

    BigDecimal share() {
        return percent(came.received());
    }

    BigDecimal shareOnTime() {
        return percent(came.onTime());
    }

    /** The mean over those that came late. */
    BigDecimal meanLate() {
        return late() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(came.daysLate()).divide(BigDecimal.valueOf(late()), 1, RoundingMode.HALF_UP);
    }

    private BigDecimal percent(int part) {
        return expected == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part * 100L).divide(BigDecimal.valueOf(expected), 1, RoundingMode.HALF_UP);
    }
}
