package org.giaoban.reporting;

import org.giaoban.kernel.Period;
import org.springframework.context.i18n.LocaleContextHolder;

/** A period's name in the viewer's language. */
final class PeriodName {

    private PeriodName() {}

    static String of(Period period) {
        return period.label(LocaleContextHolder.getLocale());
    }

    /** At the beginning of a line. */
    static String title(Period period) {
        String name = of(period);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
