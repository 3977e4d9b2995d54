package org.giaoban.kernel;

import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.giaoban.kernel.Period.Kind;

/** The stored form of a period. */
final class PeriodCode {

    private static final Pattern STRETCH = Pattern.compile("(\\d{4})-(\\d\\d)\\.\\.(\\d{4})-(\\d\\d)");
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d\\d|[QH]\\d|[469]M|YTD-\\d\\d))?");

    private PeriodCode() {}

    static String write(Period period) {
        if (period.kind() == Kind.STRETCH) {
            return period.months().getFirst().code() + ".."
                    + period.months().getLast().code();
        }
        var ordinal = period.ordinal();
        var part = switch (period.kind()) {
            case MONTH -> "-%02d".formatted(ordinal);
            case QUARTER -> "-Q" + ordinal;
            case HALF -> "-H" + ordinal;
            case FOUR_MONTHS, SIX_MONTHS, NINE_MONTHS -> "-" + period.length() + "M";
            case YEAR -> "";
            default -> "-YTD-%02d".formatted(ordinal);
        };
        return period.year() + part;
    }

    static Period read(String code) {
        var ends = STRETCH.matcher(code);
        if (ends.matches()) {
            return between(month(ends.group(1), ends.group(2)), month(ends.group(3), ends.group(4)));
        }
        var found = FORM.matcher(code);
        if (!found.matches()) {
            throw new IllegalArgumentException("Not the code of a period: " + code);
        }
        var year = Integer.parseInt(found.group(1));
        var part = found.group(2);
        return part == null ? Period.ofYear(year) : within(year, part);
    }

    private static Period month(String year, String month) {
        return Period.month(Integer.parseInt(year), Integer.parseInt(month));
    }

    private static Period between(Period first, Period last) {
        return Period.stretch(last, Math.toIntExact(ChronoUnit.MONTHS.between(first.from(), last.until())));
    }

    private static Period within(int year, String part) {
        var number = Integer.parseInt(part.replaceAll("\\D", ""));
        return switch (part.replaceAll("\\d", "")) {
            case "" -> Period.month(year, number);
            case "Q" -> Period.quarter(year, number);
            case "H" -> new Period(Kind.HALF, year, number);
            case "M" -> new Period(sinceJanuary(number), year, 1);
            default -> new Period(Kind.YEAR_TO_DATE, year, number);
        };
    }

    private static Kind sinceJanuary(int months) {
        return switch (months) {
            case 4 -> Kind.FOUR_MONTHS;
            case 6 -> Kind.SIX_MONTHS;
            default -> Kind.NINE_MONTHS;
        };
    }
}
