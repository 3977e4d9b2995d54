package org.giaoban.briefing;

import java.util.Locale;
import org.giaoban.kernel.Period;

/** How much time the figures of a board cover. */
enum Span {
    MONTH,
    YEAR;

    /** Reads what the address says; the year so far when it says nothing known. */
    static Span of(String text) {
        return text.equals("month") ? MONTH : YEAR;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period whose figures are shown when the units reported for {@code reported}. */
    Period covering(Period reported) {
        return this == YEAR ? reported.yearToDate() : reported;
    }
}
