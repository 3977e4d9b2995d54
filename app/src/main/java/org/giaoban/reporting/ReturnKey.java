package org.giaoban.reporting;

import java.time.LocalDate;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;

/** Which return: a unit as it was on the period's last day, a form, a period. */
record ReturnKey(Unit unit, Form form, Period period) {

    LocalDate dueOn() {
        return form.dueOn(period);
    }

    String href() {
        return href(unit.code(), form.code(), period);
    }

    /** The page of a return. */
    static String href(String unitCode, String form, Period period) {
        return "/returns/" + unitCode + "/" + form + "/" + period.code();
    }
}
