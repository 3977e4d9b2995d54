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
        var last = period.months().size();
        for (var alike : PeriodKey.alike(period)) {
            spans.add(new Span(bucket, PeriodKey.of(alike), EXACT, last, last));
        }
        if (last > 1) {
            for (var month : period.months()) {
                var place = month.ordinal() - period.months().getFirst().ordinal() + 1;
                spans.add(new Span(bucket, PeriodKey.of(month), MONTHS, place, last));
            }
            for (var number = 1; number <= 4; number++) {
                var quarter = Period.quarter(period.year(), number);
                if (period.contains(quarter) && !quarter.days().equals(period.days())) {
                    var place = number * 3 - period.months().getFirst().ordinal() + 1;
                    spans.add(new Span(bucket, PeriodKey.of(quarter), QUARTERS, place, last));
                }
            }
        }
        return spans;
    }
}
