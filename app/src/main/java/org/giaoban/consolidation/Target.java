package org.giaoban.consolidation;

import java.util.Locale;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.LevelForms.LevelForm;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a consolidated report is of: a level, a form that units below it fill in, a period. */
record Target(Unit unit, LevelForm form, Period period) {

    String href() {
        return href(unit, form.code(), period);
    }

    static String href(Unit unit, String form, Period period) {
        return href(unit.code(), form, period);
    }

    static String href(String unit, String form, Period period) {
        return "/consolidated/" + unit + "/" + form + "/" + period.code();
    }

    /** "tháng 10/2018". */
    String label() {
        return period.label(locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
