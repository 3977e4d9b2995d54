package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.CountSource;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.CompletenessRepository.Branched;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of the returns that units below owed with a date in the period, how many came in time; none that nobody has had to send yet. */
@Component
class ReturnCounts implements CountSource {

    private static final String ON_TIME = "reporting.counted.on-time";

    /** A form may fall due so many months after the end of what it reports, and a month before it. */
    private static final int MONTHS_AFTER = 3;

    private static final int MOST = 500;

    private final CompletenessRepository completeness;
    private final ReturnRepository returns;
    private final Forms forms;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    ReturnCounts(
            CompletenessRepository completeness,
            ReturnRepository returns,
            Forms forms,
            Organization organization,
            Access access,
            Clock clock) {
        this.completeness = completeness;
        this.returns = returns;
        this.forms = forms;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** A form for a period whose date lies in the period that is counted. */
    private record Due(Form form, Period period) {}

    @Override
    public Set<String> counts() {
        return Set.of(ON_TIME);
    }

    @Override
    public boolean share(String name) {
        return true;
    }

    @Override
    public Map<UnitId, Tally> count(String name, Collection<UnitId> units, Period period) {
        var tops = List.copyOf(units);
        var today = LocalDate.now(clock);
        var owed = new int[tops.size()];
        var inTime = new int[tops.size()];
        for (var due : due(period, today)) {
            var below = below(tops, due);
            below.branches().forEach(top -> owed[top]++);
            completeness
                    .byBranch(below, due.form(), due.period(), today)
                    .forEach((top, came) -> inTime[top] += came.onTime());
        }
        var tallies = new HashMap<UnitId, Tally>();
        for (var top = 0; top < owed.length; top++) {
            tallies.put(tops.get(top), new Tally(inTime[top], owed[top]));
        }
        return tallies;
    }

    private List<Due> due(Period period, LocalDate today) {
        var last = period.lastDay().isAfter(today) ? today : period.lastDay();
        return DuePeriods.ending(
                        period.from().minusMonths(MONTHS_AFTER),
                        period.lastDay().plusMonths(1))
                .stream()
                .flatMap(one -> forms.owed(one).stream().map(form -> new Due(form, one)))
                .filter(due -> {
                    var day = due.form().dueOn(due.period());
                    return !day.isBefore(period.from()) && !day.isAfter(last);
                })
                .toList();
    }

    private Branched below(List<UnitId> tops, Due due) {
        var units = new ArrayList<UnitId>();
        var branches = new ArrayList<Integer>();
        for (var top = 0; top < tops.size(); top++) {
            for (var unit : owing(tops.get(top), due)) {
                units.add(unit.id());
                branches.add(top);
            }
        }
        return new Branched(units, branches);
    }

    private List<Unit> owing(UnitId top, Due due) {
        var day = due.period().lastDay();
        return organization.find(top, day).isEmpty()
                ? List.of()
                : forms.owing(organization.subtree(top, day), due.form()).stream()
                        .filter(unit -> !unit.id().equals(top))
                        .toList();
    }

    @Override
    public List<Counted> rows(String name, UnitId unit, Period period) {
        var scope = access.scope(Capability.REPORT_READ);
        var today = LocalDate.now(clock);
        var rows = new ArrayList<Counted>();
        for (var due : due(period, today)) {
            var units = owing(unit, due).stream()
                    .filter(one -> scope.contains(one.id()))
                    .limit(MOST - rows.size())
                    .toList();
            var came = returns.of(units.stream().map(Unit::id).toList(), due.form(), due.period()).stream()
                    .collect(Collectors.toMap(ReturnRow::unit, Function.identity()));
            units.forEach(
                    one -> rows.add(row(new ReturnKey(one, due.form(), due.period()), came.get(one.id()), today)));
        }
        return rows;
    }

    private static Counted row(ReturnKey key, @Nullable ReturnRow row, LocalDate today) {
        var dueOn = row == null ? key.dueOn() : row.dueOn();
        var sent = row != null && row.state().received() ? row.firstSubmittedAt() : null;
        var as = sent == null
                ? "reporting.counted.not-sent"
                : ReturnRow.daysLate(dueOn, sent, today) == 0
                        ? "reporting.counted.sent"
                        : "reporting.counted.sent-late";
        return new Counted(key.unit().name() + ", " + PeriodName.of(key.period()), key.href(), dueOn, Texts.text(as));
    }
}
