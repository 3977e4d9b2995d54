package org.giaoban.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Periods that are often put side by side. */
enum PivotSpan {
    COMPARE,
    MONTHS,
    LAST,
    QUARTERS,
    YEARS,
    SAME,
    ONE;

    private static final int YEAR = 12;
    private static final int A_FEW = 5;

    static PivotSpan of(@Nullable String typed) {
        for (var span : values()) {
            if (span.code().equals(typed)) {
                return span;
            }
        }
        return COMPARE;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return Texts.text("analysis.span." + code());
    }

    /** Oldest first; {@code month} is the last one of the period that is over. */
    List<Period> periods(Period period, Period month) {
        return switch (this) {
            case COMPARE ->
                Stream.of(period.sameLastYear(), period.previous(), period)
                        .distinct()
                        .sorted()
                        .toList();
            case MONTHS -> month.yearToDate().months();
            case LAST -> Period.stretch(month, YEAR).months();
            case QUARTERS ->
                Stream.of(1, 2, 3, 4)
                        .map(number -> Period.quarter(month.year(), number))
                        .toList();
            case YEARS -> back(Period.ofYear(month.year()));
            case SAME -> back(period);
            case ONE -> List.of(period);
        };
    }

    private static List<Period> back(Period period) {
        var periods = new ArrayList<Period>();
        var each = period;
        for (var number = 0; number < A_FEW; number++) {
            periods.addFirst(each);
            each = each.sameLastYear();
        }
        return periods;
    }
}
