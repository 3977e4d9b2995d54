package org.giaoban.tasks;

import static java.util.stream.Collectors.groupingBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.giaoban.tasks.TaskLists.Part;

/** The tasks of a month by the day they are due, in whole weeks from Monday. */
record TaskMonth(YearMonth month, List<List<Day>> weeks) {

    /** A day with what is due on it. */
    record Day(LocalDate date, boolean inMonth, boolean today, List<Part> parts) {}

    static LocalDate first(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate last(YearMonth month) {
        return month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    static TaskMonth of(YearMonth month, List<Part> parts, LocalDate today) {
        var byDay = parts.stream()
                .collect(groupingBy(
                        part -> Objects.requireNonNull(part.task().terms().dueOn())));
        var weeks = new ArrayList<List<Day>>();
        for (var monday = first(month); !monday.isAfter(last(month)); monday = monday.plusWeeks(1)) {
            weeks.add(monday.datesUntil(monday.plusWeeks(1))
                    .map(date -> new Day(
                            date,
                            YearMonth.from(date).equals(month),
                            date.equals(today),
                            byDay.getOrDefault(date, List.of())))
                    .toList());
        }
        return new TaskMonth(month, weeks);
    }

    String before() {
        return month.minusMonths(1).toString();
    }

    String after() {
        return month.plusMonths(1).toString();
    }
}
