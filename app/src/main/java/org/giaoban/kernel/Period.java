package org.giaoban.kernel;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A stretch of whole months that reports are made for.
 *
 * <p>{@code ordinal} counts months, quarters and halves of the year, and is the number of months in a
 * {@link Kind#YEAR_TO_DATE}; it is 1 where the year has only one such period. Of a {@link Kind#STRETCH}, {@code year} is
 * that of its last month, and {@code ordinal} that month and how many there are: 12 × (months − 1) + month.
 */
public record Period(Kind kind, int year, int ordinal) implements Comparable<Period> {

    private static final int YEAR = 12;
    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::from).thenComparing(Period::until).thenComparing(Period::kind);

    /** The kinds of period reports know. */
    public enum Kind {
        MONTH(1, 12),
        QUARTER(3, 4),
        FOUR_MONTHS(4, 1),
        HALF(6, 2),
        SIX_MONTHS(6, 1),
        NINE_MONTHS(9, 1),
        YEAR(12, 1),
        YEAR_TO_DATE(1, 12),
        /** Any run of months, which may begin in an earlier year: the last twelve, a term so far. */
        STRETCH(1, 12 * 120);

        private final int months;
        private final int perYear;

        Kind(int months, int perYear) {
            this.months = months;
            this.perYear = perYear;
        }
    }

    public Period {
        if (year < 1900 || year > 9999 || ordinal < 1 || ordinal > kind.perYear) {
            throw new IllegalArgumentException("No such period: " + kind + " " + ordinal + " of " + year);
        }
    }

    public static Period month(int year, int month) {
        return new Period(Kind.MONTH, year, month);
    }

    /** The month a day lies in. */
    public static Period monthOf(LocalDate day) {
        return month(day.getYear(), day.getMonthValue());
    }

    public static Period quarter(int year, int quarter) {
        return new Period(Kind.QUARTER, year, quarter);
    }

    public static Period ofYear(int year) {
        return new Period(Kind.YEAR, year, 1);
    }

    /** So many months up to and with this one. */
    public static Period stretch(Period lastMonth, int months) {
        return new Period(Kind.STRETCH, lastMonth.year(), YEAR * (months - 1) + lastMonth.ordinal());
    }

    /** Reads what {@link #code()} writes; refuses anything else. */
    public static Period parse(String code) {
        return PeriodCode.read(code);
    }

    /** The stable short form, as in {@code 2018-10}, {@code 2018-Q1}, {@code 2018-4M}, {@code 2018-YTD-10}. */
    public String code() {
        return PeriodCode.write(this);
    }

    public LocalDate from() {
        return firstMonth().atDay(1);
    }

    /** The first day that no longer belongs. */
    public LocalDate until() {
        return firstMonth().plusMonths(length()).atDay(1);
    }

    public LocalDate lastDay() {
        return until().minusDays(1);
    }

    public DateRange days() {
        return new DateRange(from(), until());
    }

    /** The period of the same kind before this one; for one that comes once a year that is last year's. */
    public Period previous() {
        if (kind == Kind.STRETCH) {
            return stretch(monthOf(from().minusDays(1)), length());
        }
        return ordinal > 1 ? new Period(kind, year, ordinal - 1) : new Period(kind, year - 1, kind.perYear);
    }

    /** The period of the same kind after this one. */
    public Period next() {
        if (kind == Kind.STRETCH) {
            return stretch(monthOf(until().plusMonths(length() - 1L)), length());
        }
        return ordinal < kind.perYear ? new Period(kind, year, ordinal + 1) : new Period(kind, year + 1, 1);
    }

    public Period sameLastYear() {
        return new Period(kind, year - 1, ordinal);
    }

    /** From 1 January to the end of this period. */
    public Period yearToDate() {
        return new Period(Kind.YEAR_TO_DATE, year, lastDay().getMonthValue());
    }

    /** Its months, in order; a month has itself. */
    public List<Period> months() {
        var first = firstMonth();
        return IntStream.range(0, length())
                .mapToObj(first::plusMonths)
                .map(month -> month(month.getYear(), month.getMonthValue()))
                .toList();
    }

    public boolean contains(LocalDate day) {
        return days().contains(day);
    }

    /** True when every day of the other period belongs to this one. */
    public boolean contains(Period other) {
        return days().contains(other.days());
    }

    /** What people call it: tháng 10/2018, quý I/2022, 4 tháng đầu năm 2022. */
    public String label(Locale locale) {
        return PeriodLabel.of(this, locale);
    }

    /** What people plan for when they have reported this one: what is left of the year after its first months, else the next. */
    public String labelAhead(Locale locale) {
        return PeriodLabel.ahead(this, locale);
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return code();
    }

    int length() {
        return switch (kind) {
            case YEAR_TO_DATE -> ordinal;
            case STRETCH -> (ordinal - 1) / YEAR + 1;
            default -> kind.months;
        };
    }

    private YearMonth firstMonth() {
        return switch (kind) {
            case YEAR_TO_DATE -> YearMonth.of(year, 1);
            case STRETCH -> YearMonth.of(year, (ordinal - 1) % YEAR + 1).minusMonths(length() - 1L);
            default -> YearMonth.of(year, (ordinal - 1) * kind.months + 1);
        };
    }
}
