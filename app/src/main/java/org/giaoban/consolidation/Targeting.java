package org.giaoban.consolidation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.reporting.LevelForms;
import org.springframework.stereotype.Component;

/** Finds the level, form and period that an address or a row means. */
@Component
class Targeting {

    private static final Set<Period.Kind> REPORTED = EnumSet.of(
            Period.Kind.MONTH,
            Period.Kind.QUARTER,
            Period.Kind.FOUR_MONTHS,
            Period.Kind.HALF,
            Period.Kind.SIX_MONTHS,
            Period.Kind.NINE_MONTHS,
            Period.Kind.YEAR);

    private final LevelForms forms;
    private final Organization organization;
    private final Access access;

    Targeting(LevelForms forms, Organization organization, Access access) {
        this.forms = forms;
        this.organization = organization;
        this.access = access;
    }

    /** What an address names, for those who may read the unit's reports. */
    Target of(String unitCode, String form, String period) {
        var when = period(period);
        var unit = unit(unitCode, when);
        return new Target(unit, forms.find(form, when).orElseThrow(() -> new NotFound(form)), when);
    }

    /** The reports of a level for a period, one for each form. */
    List<Target> all(String unitCode, String period) {
        var when = period(period);
        var unit = unit(unitCode, when);
        return forms.below(unit.id(), when).stream()
                .map(form -> new Target(unit, form, when))
                .toList();
    }

    /** Empty when the unit or the form did not exist at the end of the period. */
    Optional<Target> of(ReportRow row) {
        return organization
                .find(row.unit(), row.period().lastDay())
                .flatMap(
                        unit -> forms.find(row.form(), row.period()).map(form -> new Target(unit, form, row.period())));
    }

    private Unit unit(String code, Period when) {
        var id = organization.idOf(code);
        access.require(Capability.REPORT_READ, id);
        return organization.find(id, when.lastDay()).orElseThrow(() -> new NotFound(code));
    }

    static Period period(String code) {
        try {
            var period = Period.parse(code);
            if (REPORTED.contains(period.kind())) {
                return period;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as of any other address that names nothing.
        }
        throw new NotFound(code);
    }
}
