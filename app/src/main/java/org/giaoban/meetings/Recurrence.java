package org.giaoban.meetings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** On which days a series meets, and what its next draft starts with. */
record Recurrence(Rule rule, Shift shift, Setting setting, DateRange valid, int version) {

    private static final int FURTHEST = 36;

    /** How the day of a month is named. */
    enum Pattern {
        DAY,
        WORKING_DAY,
        WEEKDAY
    }

    /** What happens when the day is no working day. */
    enum Shift {
        STAY,
        BEFORE,
        AFTER
    }

    /**
     * The n-th day, working day or weekday of every so many months.
     *
     * @param number counted from the end of the month when negative
     * @param firstMonth a month of the year in which it meets
     */
    record Rule(Pattern pattern, int number, @Nullable Integer weekday, int everyMonths, int firstMonth) {

        boolean meetsIn(YearMonth month) {
            return Math.floorMod(month.getMonthValue() - firstMonth, everyMonths) == 0;
        }

        LocalDate in(YearMonth month, WorkingCalendar calendar) {
            return switch (pattern) {
                case DAY -> day(month);
                case WORKING_DAY -> workingDay(month, calendar);
                case WEEKDAY ->
                    month.atDay(1)
                            .with(TemporalAdjusters.dayOfWeekInMonth(
                                    number, DayOfWeek.of(Objects.requireNonNull(weekday))));
            };
        }

        private LocalDate day(YearMonth month) {
            var length = month.lengthOfMonth();
            return month.atDay(number > 0 ? Math.min(number, length) : Math.max(1, length + number + 1));
        }

        private LocalDate workingDay(YearMonth month, WorkingCalendar calendar) {
            var from = number > 0
                    ? month.atDay(1).minusDays(1)
                    : month.atEndOfMonth().plusDays(1);
            return calendar.plusWorkingDays(from, number);
        }
    }

    /** The hour, the length, the place, and how many days ahead the draft is made. */
    record Setting(LocalTime starts, int minutes, String place, int aheadDays) {}

    /** The day the rule names, and the day after moving it for holidays. */
    record Occurrence(LocalDate named, LocalDate day) {}

    /** The next time after a day, as the rule names days; empty when the series has ended. */
    Optional<Occurrence> after(LocalDate named, WorkingCalendar calendar) {
        var first = named.isBefore(valid.from()) ? valid.from() : named.plusDays(1);
        return Stream.iterate(YearMonth.from(first), month -> month.plusMonths(1))
                .limit(FURTHEST)
                .filter(rule::meetsIn)
                .map(month -> rule.in(month, calendar))
                .filter(day -> !day.isBefore(first))
                .findFirst()
                .filter(valid::contains)
                .map(day -> new Occurrence(day, moved(day, calendar)));
    }

    private LocalDate moved(LocalDate day, WorkingCalendar calendar) {
        if (shift == Shift.STAY || calendar.isWorkingDay(day)) {
            return day;
        }
        return calendar.plusWorkingDays(day, shift == Shift.BEFORE ? -1 : 1);
    }
}
