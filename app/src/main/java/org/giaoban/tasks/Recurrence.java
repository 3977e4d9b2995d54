package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** An order that comes again every month or quarter until a day. */
record Recurrence(UUID id, Work work, Rhythm rhythm, AccountId madeBy, boolean ended) {

    /** What is ordered each time, by whom, to whom. */
    record Work(
            UnitId giver,
            String title,
            @Nullable String product,
            String measure,
            String post,
            @Nullable String basis,
            List<UnitId> units) {}

    /** How often. */
    enum Every {
        MONTH,
        QUARTER
    }

    /** How the due day is counted: a day of the month, a working day from its start, or one back from its end. */
    enum DueBy {
        DAY,
        WORKDAY,
        WORKDAY_LEFT
    }

    /** When it comes, from when until when; the last month of a quarter holds the quarter's date. */
    record Rhythm(Every every, DueBy dueBy, int number, LocalDate from, LocalDate until) {

        Period periodOf(LocalDate day) {
            return every == Every.MONTH
                    ? Period.monthOf(day)
                    : Period.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
        }

        LocalDate dueIn(Period period, WorkingCalendar calendar) {
            var last = period.lastDay();
            var first = last.withDayOfMonth(1);
            return switch (dueBy) {
                case DAY -> first.withDayOfMonth(Math.min(number, last.getDayOfMonth()));
                case WORKDAY -> within(calendar.plusWorkingDays(first.minusDays(1), number), last);
                case WORKDAY_LEFT -> calendar.plusWorkingDays(last.plusDays(1), -number);
            };
        }

        private static LocalDate within(LocalDate day, LocalDate last) {
            return day.isAfter(last) ? last : day;
        }

        /** The period that is to be made on a day; null when the next one has not begun, or the row is over. */
        @Nullable
        Period ripeOn(LocalDate today, WorkingCalendar calendar) {
            if (today.isBefore(from) || today.isAfter(until)) {
                return null;
            }
            var period = periodOf(today);
            var due = dueIn(period, calendar);
            return due.isBefore(today) || due.isAfter(until) ? null : period;
        }
    }
}
