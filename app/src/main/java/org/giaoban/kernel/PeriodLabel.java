package org.giaoban.kernel;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** What people call a period, in Vietnamese or English. */
final class PeriodLabel {

    private static final String[] ROMAN = {"", "I", "II", "III", "IV"};

    private PeriodLabel() {}

    static String of(Period period, Locale locale) {
        return locale.getLanguage().equals("en") ? english(period) : vietnamese(period);
    }

    static String ahead(Period p, Locale locale) {
        var left = Month.DECEMBER.getValue() - p.lastDay().getMonthValue();
        var sinceJanuary = switch (p.kind()) {
            case FOUR_MONTHS, SIX_MONTHS, NINE_MONTHS, YEAR_TO_DATE -> true;
            case MONTH, QUARTER, HALF, YEAR, STRETCH -> false;
        };
        if (!sinceJanuary || left == 0) {
            return of(p.next(), locale);
        }
        if (left == 1) {
            return of(Period.month(p.year(), Month.DECEMBER.getValue()), locale);
        }
        return locale.getLanguage().equals("en")
                ? "last " + left + " months of " + p.year()
                : left + " tháng cuối năm " + p.year();
    }

    private static String vietnamese(Period p) {
        return switch (p.kind()) {
            case MONTH -> "tháng " + p.ordinal() + "/" + p.year();
            case QUARTER -> "quý " + ROMAN[p.ordinal()] + "/" + p.year();
            case HALF -> p.length() + " tháng " + (p.ordinal() == 1 ? "đầu" : "cuối") + " năm " + p.year();
            case YEAR -> "năm " + p.year();
            case FOUR_MONTHS, SIX_MONTHS, NINE_MONTHS, YEAR_TO_DATE -> p.length() + " tháng đầu năm " + p.year();
            case STRETCH ->
                "từ " + vietnamese(p.months().getFirst()) + " đến "
                        + vietnamese(p.months().getLast());
        };
    }

    private static String english(Period p) {
        return switch (p.kind()) {
            case MONTH -> Month.of(p.ordinal()).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + p.year();
            case QUARTER -> "quarter " + ROMAN[p.ordinal()] + "/" + p.year();
            case HALF -> (p.ordinal() == 1 ? "first" : "second") + " half of " + p.year();
            case YEAR -> "the year " + p.year();
            case FOUR_MONTHS, SIX_MONTHS, NINE_MONTHS, YEAR_TO_DATE ->
                "first " + (p.length() == 1 ? "month" : p.length() + " months") + " of " + p.year();
            case STRETCH ->
                english(p.months().getFirst()) + " to " + english(p.months().getLast());
        };
    }
}
