package org.giaoban.reporting;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.giaoban.indicators.Duties;
import org.giaoban.indicators.UnitSort;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.springframework.stereotype.Component;

/** Tells the roll-up which units owe an indicator: those of the kinds whose forms ask for it. */
@Component
class FormDuties implements Duties {

    private static final Duty NOBODY = unit -> false;

    private final FormRepository forms;
    private final Organization organization;
    private volatile Known known = new Known(List.of(), new Object(), new Object(), new ConcurrentHashMap<>());

    FormDuties(FormRepository forms, Organization organization) {
        this.forms = forms;
        this.organization = organization;
    }

    private record Known(List<Form> read, Object kinds, Object state, Map<Times, Asked> answers) {}

    /** A group of a form as it is asked for periods of one kind. */
    private record Asking(Form form, Form.Group group, Period.Kind kind) {}

    @Override
    public Object state() {
        return known().state();
    }

    @Override
    public Asked asked(Times times) {
        return known().answers().computeIfAbsent(times, this::ask);
    }

    /** Read anew, forms are other objects and nearly always the same forms: what was answered still holds. */
    private Known known() {
        var read = forms.all();
        var kinds = organization.state();
        var now = known;
        if (now.read() != read || !now.kinds().equals(kinds)) {
            var same = now.kinds().equals(kinds) && now.read().equals(read);
            now = same
                    ? new Known(read, kinds, now.state(), now.answers())
                    : new Known(read, kinds, new Object(), new ConcurrentHashMap<>());
            known = now;
        }
        return now;
    }

    private Asked ask(Times times) {
        var inForce = forms.on(times.day());
        var asking = new HashMap<String, Set<Asking>>();
        for (var form : inForce) {
            for (var kind : kinds(form, times)) {
                form.groups()
                        .forEach(group -> group.indicators()
                                .forEach(code -> asking.computeIfAbsent(code, one -> new LinkedHashSet<>())
                                        .add(new Asking(form, group, kind))));
            }
        }
        var shared = new HashMap<Set<Asking>, Duty>();
        var duties = new HashMap<String, Duty>();
        asking.forEach((code, all) -> duties.put(code, shared.computeIfAbsent(all, one -> duty(one, inForce))));
        return indicator -> duties.getOrDefault(indicator, NOBODY);
    }

    /** A form is asked for such a period itself, or owed for the shorter ones its figures are put together from. */
    private static Set<Period.Kind> kinds(Form form, Times times) {
        return form.periods().stream()
                .filter(kind -> times.itself().contains(kind)
                        || times.parts().contains(kind) && form.owedKinds().contains(kind))
                .collect(Collectors.toSet());
    }

    private Duty duty(Set<Asking> asking, List<Form> inForce) {
        var answers = new ConcurrentHashMap<UnitSort, Boolean>();
        return unit -> answers.computeIfAbsent(unit, sort -> asking.stream().anyMatch(one -> owes(sort, one, inForce)));
    }

    /** Whoever has nobody above owes nothing; what units below say themselves is not asked of the unit above. */
    private boolean owes(UnitSort unit, Asking one, List<Form> inForce) {
        return !unit.top()
                && one.form().madeFor(organization.kind(unit.kind()))
                && !(one.group().yields() && saidBelow(unit, one.kind(), inForce));
    }

    private boolean saidBelow(UnitSort unit, Period.Kind kind, List<Form> inForce) {
        return unit.below().stream()
                .map(organization::kind)
                .anyMatch(below ->
                        inForce.stream().anyMatch(form -> form.owedKinds().contains(kind) && form.madeFor(below)));
    }
}
