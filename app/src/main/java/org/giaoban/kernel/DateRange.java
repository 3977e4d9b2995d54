package org.giaoban.kernel;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days from {@code from} up to but not including {@code until}; without {@code until} it goes on. */
public record DateRange(LocalDate from, @Nullable LocalDate until) {

    public DateRange {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A range cannot end on " + until + " before it starts on " + from);
        }
    }

    /** Every day from the given one on. */
    public static DateRange from(LocalDate day) {
        return new DateRange(day, null);
    }

    /** The first to the last day, both included, the way people say it. */
    public static DateRange ofDays(LocalDate first, LocalDate last) {
        return new DateRange(first, last.plusDays(1));
    }

    /** The same start with an end: the given day is the first that no longer belongs. */
    public DateRange until(LocalDate end) {
        return new DateRange(from, end);
    }

    /** True when no end is known. */
    public boolean open() {
        return until == null;
    }

    /** True when not a single day belongs. */
    public boolean empty() {
        return from.equals(until);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** True when every day of the other range belongs to this one. */
    public boolean contains(DateRange other) {
        return intersection(other).filter(other::equals).isPresent();
    }

    public boolean overlaps(DateRange other) {
        return intersection(other).isPresent();
    }

    /** The days both have, if any. */
    public Optional<DateRange> intersection(DateRange other) {
        var start = from.isAfter(other.from) ? from : other.from;
        var end = earlier(until, other.until);
        return end == null || start.isBefore(end) ? Optional.of(new DateRange(start, end)) : Optional.empty();
    }

    /** The last day that belongs, if the range ends. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(until).map(end -> end.minusDays(1));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
