package org.giaoban.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Period.Kind;

/** Months of one year whose totals are kept: each month, each quarter, the second half, and the year up to any month. */
record Run(int from, int to) {

    static final int MONTHS = 12;
    static final List<Run> ALL = all();

    private static final int LONGEST_QUARTER = 3;

    private static List<Run> all() {
        var all = new ArrayList<Run>();
        for (var month = 1; month <= MONTHS; month++) {
            all.add(new Run(1, month));
        }
        for (var month = 2; month <= MONTHS; month++) {
            all.add(new Run(month, month));
        }
        all.addAll(List.of(new Run(4, 6), new Run(7, 9), new Run(10, MONTHS), new Run(7, MONTHS)));
        return List.copyOf(all);
    }

    /** The run of exactly these days; none for a period nobody has a name for, or that is longer than a year. */
    static Optional<Run> of(Period period) {
        var months = period.months();
        var first = months.getFirst();
        var run = new Run(first.ordinal(), months.getLast().ordinal());
        return first.year() == months.getLast().year() && ALL.contains(run) ? Optional.of(run) : Optional.empty();
    }

    Period in(int year) {
        if (from == 1) {
            return new Period(Kind.YEAR_TO_DATE, year, to);
        }
        if (from == to) {
            return Period.month(year, to);
        }
        return to - from < LONGEST_QUARTER
                ? Period.quarter(year, to / LONGEST_QUARTER)
                : new Period(Kind.HALF, year, 2);
    }

    LocalDate lastDay(int year) {
        return Period.month(year, to).lastDay();
    }

    /** Whether its total is that of the run one month shorter and what the last month adds. */
    boolean grows() {
        return from == 1;
    }
}
