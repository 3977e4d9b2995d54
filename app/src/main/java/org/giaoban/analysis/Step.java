package org.giaoban.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;

/** How a series steps through time. */
enum Step {
    MONTH(24),
    YTD(12),
    QUARTER(12),
    YEAR(6);

    private final int count;

    Step(int count) {
        this.count = count;
    }

    static Step of(@Nullable String typed, Period period) {
        for (var step : values()) {
            if (step.code().equals(typed)) {
                return step;
            }
        }
        return switch (period.kind()) {
            case QUARTER -> QUARTER;
            case YEAR -> YEAR;
            default -> MONTH;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The periods up to the one that holds the month, oldest first. */
    List<Period> periods(Period month) {
        if (this == YTD) {
            return Period.ofYear(month.year()).months().stream()
                    .map(Period::yearToDate)
                    .toList();
        }
        var periods = new ArrayList<Period>();
        var period = around(month);
        for (var number = 0; number < count; number++) {
            periods.addFirst(period);
            period = period.previous();
        }
        return periods;
    }

    private Period around(Period month) {
        return switch (this) {
            case MONTH, YTD -> month;
            case QUARTER -> Period.quarter(month.year(), (month.ordinal() + 2) / 3);
            case YEAR -> Period.ofYear(month.year());
        };
    }
}
