package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.kernel.Period;

/** Finds the periods in store from which a period asked for is put together. */
final class StoredPeriods {

    private static final int EXACT = 0;
    private static final int MONTHS = 1;
    private static final int QUARTERS = 2;

    private StoredPeriods() {}

    /** The stored periods that make up a period: itself by any name, else its months, else its quarters. */
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
        return spans;
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
