package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** Which unit fills in which form: the one of its kind on the period's last day. */
@Component
class Forms {

    private final FormRepository forms;
    private final Organization organization;

    Forms(FormRepository forms, Organization organization) {
        this.forms = forms;
        this.organization = organization;
    }

    /** Units that fill in the same form. */
    record Asked(Form form, List<Unit> units) {}

    /** The form of that code, as this unit fills it in for the period. */
    Optional<Form> find(String code, Unit unit, Period period) {
        var kind = organization.kind(unit.kind());
        return forms.find(code, period).filter(form -> form.madeFor(kind)).map(form -> narrowed(form, unit, period));
    }

    /** The form made for the unit's kind, as this unit fills it in for the period. */
    Optional<Form> madeFor(Unit unit, Period period) {
        return forms.forPeriod(period, organization.kind(unit.kind())).map(form -> narrowed(form, unit, period));
    }

    /** What units below report themselves is not asked a second time of the unit above. */
    private Form narrowed(Form form, Unit unit, Period period) {
        return form.yields() && reportersBelow(unit, period) ? form.narrowed() : form;
    }

    private boolean reportersBelow(Unit unit, Period period) {
        return below(unit.id(), period).anyMatch(one -> owed(period, one).isPresent());
    }

    private Optional<Form> owed(Period period, Unit unit) {
        var kind = organization.kind(unit.kind());
        return forms.owed(period).stream().filter(form -> form.madeFor(kind)).findFirst();
    }

    /** The first units below that a form of the period is made for, in the order of the tree. */
    List<Unit> reporters(UnitId top, Period period, int most) {
        var made = new HashMap<String, Boolean>();
        return below(top, period)
                .filter(unit -> made.computeIfAbsent(unit.kind(), kind -> made(period, kind)))
                .limit(most)
                .toList();
    }

    private Stream<Unit> below(UnitId top, Period period) {
        return organization.subtree(top, period.lastDay()).stream()
                .filter(unit -> !unit.id().equals(top));
    }

    private boolean made(Period period, String kind) {
        return forms.forPeriod(period, organization.kind(kind)).isPresent();
    }

    /** The units by the form made for their kind; those it has none for are left out. */
    List<Asked> asked(List<Unit> units, Period period) {
        var byKind = new HashMap<String, Optional<Form>>();
        var asked = new LinkedHashMap<String, Asked>();
        for (var unit : units) {
            byKind.computeIfAbsent(unit.kind(), kind -> forms.forPeriod(period, organization.kind(kind)))
                    .ifPresent(form -> asked.computeIfAbsent(form.code(), code -> new Asked(form, new ArrayList<>()))
                            .units()
                            .add(unit));
        }
        return List.copyOf(asked.values());
    }

    /** Those of the units that owe this form: of a kind it is made for, with a unit above to owe it to. */
    List<Unit> owing(List<Unit> units, Form form) {
        var made = new HashMap<String, Boolean>();
        return units.stream()
                .filter(unit -> unit.parent() != null
                        && made.computeIfAbsent(unit.kind(), kind -> form.madeFor(organization.kind(kind))))
                .toList();
    }

    /** The forms owed for a period. */
    List<Form> owed(Period period) {
        return forms.owed(period);
    }
}
