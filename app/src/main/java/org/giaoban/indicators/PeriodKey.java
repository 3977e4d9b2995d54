package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Period.Kind;

/**
 * Periods as small numbers that sort by year: year × 100 + a place of two digits. Nobody reports for a stretch of months, but
 * texts print figures of one: below zero, its year and its ordinal.
 */
final class PeriodKey {

    private static final int YEAR = 100;
    private static final int QUARTER = 20;
    private static final int HALF = 30;
    private static final int SINCE_JANUARY = 40;
    private static final int WHOLE = 50;
    private static final int TO_DATE = 60;
    private static final int STRETCHED = 10_000;

    private PeriodKey() {}

    static int of(Period period) {
        return period.year() * YEAR + place(period);
    }

    /** The number of a period that a text prints a figure of. */
    static int printed(Period period) {
        return period.kind() == Kind.STRETCH ? -(period.year() * STRETCHED + period.ordinal()) : of(period);
    }

    static Period period(int key) {
        if (key < 0) {
            return new Period(Kind.STRETCH, -key / STRETCHED, -key % STRETCHED);
        }
        var year = key / YEAR;
        var place = key % YEAR;
        if (place < QUARTER) {
            return Period.month(year, place);
        }
        var ordinal = place % 10;
        return switch (place / 10 * 10) {
            case QUARTER -> Period.quarter(year, ordinal);
            case HALF -> new Period(Kind.HALF, year, ordinal);
            case SINCE_JANUARY -> Period.parse(year + "-" + ordinal + "M");
            case WHOLE -> Period.ofYear(year);
            default -> new Period(Kind.YEAR_TO_DATE, year, place - TO_DATE);
        };
    }

    /** Every period of exactly the same days: six months are also the first half and the year to June. */
    static List<Period> alike(Period period) {
        var alike = new ArrayList<Period>();
        for (var kind : Kind.values()) {
            for (var ordinal = 1; ordinal <= mostOf(kind); ordinal++) {
                var other = new Period(kind, period.year(), ordinal);
                if (other.days().equals(period.days())) {
                    alike.add(other);
                }
            }
        }
        return alike;
    }

    private static int place(Period period) {
        return switch (period.kind()) {
            case MONTH -> period.ordinal();
            case QUARTER -> QUARTER + period.ordinal();
            case HALF -> HALF + period.ordinal();
            case FOUR_MONTHS, SIX_MONTHS, NINE_MONTHS ->
                SINCE_JANUARY + period.months().size();
            case YEAR -> WHOLE;
            case YEAR_TO_DATE -> TO_DATE + period.ordinal();
            case STRETCH -> throw new IllegalArgumentException("Nobody reports for " + period);
        };
    }

    private static int mostOf(Kind kind) {
        return switch (kind) {
            case MONTH, YEAR_TO_DATE -> 12;
            case QUARTER -> 4;
            case HALF -> 2;
            case FOUR_MONTHS, SIX_MONTHS, NINE_MONTHS, YEAR -> 1;
            case STRETCH -> 0;
        };
    }
}
