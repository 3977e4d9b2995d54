package org.giaoban.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/** The returns units still owe: those of the months whose date is near or not long past, and those begun or given back. */
@Component
class OwedReturns {

    /** Older ones that nobody began are the office's to ask for, not the day's work. */
    private static final int DAYS_BACK = 45;

    private final ReturnRepository returns;
    private final Forms forms;
    private final Organization organization;

    OwedReturns(ReturnRepository returns, Forms forms, Organization organization) {
        this.returns = returns;
        this.forms = forms;
        this.organization = organization;
    }

    /** A return not sent, with its state and its date. */
    record Owed(ReturnKey key, ReturnState state, LocalDate dueOn) {

        int daysLate(LocalDate today) {
            return ReturnRow.daysLate(dueOn, null, today);
        }
    }

    /** One form for one period. */
    private record Asked(Form form, Period period) {}

    /**
     * What these units owe, the most urgent first.
     *
     * @param unitsOn the units as they stood on a day
     * @param ahead so many working days before its date a return begins to be owed
     */
    List<Owed> of(Function<LocalDate, List<Unit>> unitsOn, LocalDate today, int ahead) {
        var owed = new LinkedHashMap<String, Owed>();
        for (var asked : asked(today, ahead)) {
            var units = forms.owing(unitsOn.apply(asked.period().lastDay()), asked.form());
            var rows = returns.of(ids(units), asked.form(), asked.period()).stream()
                    .collect(Collectors.toMap(ReturnRow::unit, Function.identity()));
            for (var unit : units) {
                var row = Optional.ofNullable(rows.get(unit.id()));
                if (row.filter(found -> found.state().received()).isEmpty()) {
                    add(owed, owed(new ReturnKey(unit, asked.form(), asked.period()), row));
                }
            }
        }
        returns.begun(ids(unitsOn.apply(today)))
                .forEach(row -> key(row).ifPresent(key -> add(owed, owed(key, Optional.of(row)))));
        return owed.values().stream().sorted(Comparator.comparing(Owed::dueOn)).toList();
    }

    private List<Asked> asked(LocalDate today, int ahead) {
        var latest = organization.workingCalendar().plusWorkingDays(today, ahead);
        var earliest = today.minusDays(DAYS_BACK);
        var asked = new ArrayList<Asked>();
        var last = Period.monthOf(latest).next();
        for (var month = Period.monthOf(earliest).previous(); month.compareTo(last) <= 0; month = month.next()) {
            for (var form : forms.owed(month)) {
                var due = form.dueOn(month);
                if (!due.isBefore(earliest) && !due.isAfter(latest)) {
                    asked.add(new Asked(form, month));
                }
            }
        }
        return asked;
    }

    private static Owed owed(ReturnKey key, Optional<ReturnRow> row) {
        var state =
                row.filter(found -> found.version() > 0).map(ReturnRow::state).orElse(ReturnState.MISSING);
        return new Owed(key, state, row.map(ReturnRow::dueOn).orElseGet(key::dueOn));
    }

    private Optional<ReturnKey> key(ReturnRow row) {
        var period = Period.parse(row.period());
        var unit = organization.find(row.unit(), period.lastDay());
        return unit.flatMap(
                found -> forms.find(row.form(), found, period).map(form -> new ReturnKey(found, form, period)));
    }

    private static void add(LinkedHashMap<String, Owed> owed, Owed one) {
        owed.putIfAbsent(one.key().href(), one);
    }

    private static List<UnitId> ids(List<Unit> units) {
        return units.stream().map(Unit::id).toList();
    }
}
