package org.giaoban.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Monday to Friday without the given holidays. */
public record WorkingCalendar(Set<LocalDate> holidays) {

    public WorkingCalendar {
        holidays = Set.copyOf(holidays);
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
    }

    /** The n-th working day after the given one, or before it when n is negative. */
    public LocalDate plusWorkingDays(LocalDate day, int n) {
        var step = Integer.signum(n);
        var reached = day;
        for (var left = Math.abs(n); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorkingDay(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** Working days after {@code start} up to and including {@code end}; negative when the end comes first. */
    public int workingDaysBetween(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return -count(end, start);
        }
        return count(start.plusDays(1), end.plusDays(1));
    }

    private int count(LocalDate first, LocalDate until) {
        return Math.toIntExact(
                first.datesUntil(until).filter(this::isWorkingDay).count());
    }
}
