package org.giaoban.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import org.giaoban.kernel.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When returns are due, from a day on: so many days or working days after the period's last day (before it when negative),
 * or on a day of the period's last month or of a month after it.
 */
record DueRule(
        LocalDate from,
        @Nullable Integer days,
        @Nullable Integer workingDays,
        @Nullable Integer day,
        @Nullable Integer monthsAfter) {

    LocalDate after(LocalDate last, WorkingCalendar calendar) {
        if (workingDays != null) {
            return calendar.plusWorkingDays(last, workingDays);
        }
        if (day != null) {
            var month = YearMonth.from(last).plusMonths(monthsAfter == null ? 0 : monthsAfter);
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
        return last.plusDays(days == null ? 0 : days);
    }
}
