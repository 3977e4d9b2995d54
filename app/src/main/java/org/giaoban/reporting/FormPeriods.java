package org.giaoban.reporting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Texts;
import org.springframework.util.MultiValueMap;

/** The kinds of periods a form is made for and those it is owed for without being asked, as typed. */
record FormPeriods(List<String> periods, List<String> owed) {

    static final FormPeriods MONTHLY =
            new FormPeriods(List.of(Period.Kind.MONTH.name()), List.of(Period.Kind.MONTH.name()));

    /** Kinds a unit can report for; the others are only added up. */
    private static final List<Period.Kind> KINDS = Stream.of(Period.Kind.values())
            .filter(kind -> kind != Period.Kind.STRETCH && kind != Period.Kind.YEAR_TO_DATE)
            .toList();

    static FormPeriods of(Form form) {
        return new FormPeriods(names(form.periods()), names(form.owedKinds()));
    }

    private static List<String> names(List<Period.Kind> kinds) {
        return kinds.stream().map(Period.Kind::name).toList();
    }

    static FormPeriods typed(MultiValueMap<String, String> typed) {
        return new FormPeriods(typed.getOrDefault("periods", List.of()), typed.getOrDefault("owed", List.of()));
    }

    /** All kinds with their names, in the order of their length. */
    static Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        KINDS.forEach(kind -> choices.put(kind.name(), Texts.text("reporting.form.period." + kind)));
        return choices;
    }

    /** At least one, all of them known, and owed only for periods it is made for. */
    boolean sound() {
        return !periods.isEmpty() && names(KINDS).containsAll(periods) && periods.containsAll(owed);
    }
}
