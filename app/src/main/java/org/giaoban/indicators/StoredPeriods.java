package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Period.Kind;

/** Finds the periods in store from which a period asked for is put together. */
final class StoredPeriods {

    private static final int EXACT = 0;
    private static final int MONTHS = 1;
    private static final int QUARTERS = 2;
    private static final int YEARS = 3;

    private StoredPeriods() {}

    /** The stored periods that make up a period: itself by any name, else its months, else its quarters, else its years. */
    static List<Span> of(int bucket, Period period) {
        var spans = new ArrayList<Span>();
        var months = period.months();
        var last = months.size();
        for (var alike : PeriodKey.alike(period)) {
            spans.add(new Span(bucket, PeriodKey.of(alike), EXACT, last, last));
        }
        for (var place = 1; last > 1 && place <= last; place++) {
            spans.add(new Span(bucket, PeriodKey.of(months.get(place - 1)), MONTHS, place, last));
        }
        for (var quarter : quarters(period)) {
            var place = months.indexOf(quarter.months().getLast()) + 1;
            spans.add(new Span(bucket, PeriodKey.of(quarter), QUARTERS, place, last));
        }
        for (var year : years(period)) {
            var place = months.indexOf(year.months().getLast()) + 1;
            spans.add(new Span(bucket, PeriodKey.of(year), YEARS, place, last));
        }
        return spans;
    }

    /** For which kinds of periods anybody may have been asked for what makes up a period. */
    static Duties.Times times(Period period) {
        var itself = EnumSet.of(period.kind());
        PeriodKey.alike(period).forEach(alike -> itself.add(alike.kind()));
        var parts = EnumSet.noneOf(Kind.class);
        if (period.months().size() > 1) {
            parts.add(Kind.MONTH);
        }
        if (!quarters(period).isEmpty()) {
            parts.add(Kind.QUARTER);
        }
        if (!years(period).isEmpty()) {
            parts.add(Kind.YEAR);
        }
        return new Duties.Times(period.lastDay(), itself, parts);
    }

    /** The whole years within a longer period, as of a term; a year that only begins or ends in it cannot be divided. */
    private static List<Period> years(Period period) {
        return IntStream.rangeClosed(period.from().getYear(), period.year())
                .mapToObj(Period::ofYear)
                .filter(year -> period.contains(year) && !year.days().equals(period.days()))
                .toList();
    }

    /** The quarters within a longer period. */
    private static List<Period> quarters(Period period) {
        var quarters = new ArrayList<Period>();
        for (var year = period.from().getYear(); year <= period.year(); year++) {
            for (var number = 1; number <= 4; number++) {
                var quarter = Period.quarter(year, number);
                if (period.contains(quarter) && !quarter.days().equals(period.days())) {
                    quarters.add(quarter);
                }
            }
        }
        return quarters;
    }
}
