package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.giaoban.kernel.Period;

/** The periods returns are made for. */
final class DuePeriods {

    static final Set<Period.Kind> KINDS = EnumSet.of(
            Period.Kind.MONTH,
            Period.Kind.QUARTER,
            Period.Kind.FOUR_MONTHS,
            Period.Kind.HALF,
            Period.Kind.SIX_MONTHS,
            Period.Kind.NINE_MONTHS,
            Period.Kind.YEAR);

    private DuePeriods() {}

    /** Those that end between two days, both included; the first to end comes first. */
    static List<Period> ending(LocalDate first, LocalDate last) {
        var found = new ArrayList<Period>();
        for (var kind : KINDS) {
            for (var period = new Period(kind, first.getYear(), 1);
                    !period.lastDay().isAfter(last);
                    period = period.next()) {
                if (!period.lastDay().isBefore(first)) {
                    found.add(period);
                }
            }
        }
        found.sort(Comparator.comparing(Period::lastDay).thenComparing(Period::kind));
        return found;
    }

    /** The last period of a kind that has ended by the end of the day. */
    static Optional<Period> latest(Period.Kind kind, LocalDate day) {
        return ending(day.minusYears(1).plusDays(1), day).stream()
                .filter(period -> period.kind() == kind)
                .reduce((one, later) -> later);
    }
}
