package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.CompletenessRepository.Came;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which returns fall due when: of a unit itself and of all below it. */
@Service
@Transactional(readOnly = true)
class DueCalendar {

    /** No form is due longer before or after its period than this. */
    private static final int DAYS_AROUND = 93;

    private final CompletenessRepository repository;
    private final Forms forms;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    DueCalendar(CompletenessRepository repository, Forms forms, Organization organization, Access access, Clock clock) {
        this.repository = repository;
        this.forms = forms;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /** A form that falls due, with how the units stand with it; {@code own} when the unit itself is the only one. */
    record Due(LocalDate day, Form form, Period period, Standing standing, boolean own) {

        boolean complete() {
            return standing.received() == standing.expected();
        }
    }

    private record Owing(Form form, Period period, LocalDate day, List<Unit> units) {}

    /** What falls due in the months from the first to the last, for the unit and all below it, by day. */
    List<Due> of(Unit top, YearMonth first, YearMonth last) {
        access.require(Capability.REPORT_READ, top.id());
        var owing = owing(top, first.atDay(1), last.atEndOfMonth());
        var today = LocalDate.now(clock);
        var dues = new ArrayList<Due>();
        for (var one : owing) {
            var came = one.day().isAfter(today.plusDays(DAYS_AROUND)) ? Came.NOTHING : came(one, today);
            var own = one.units().size() == 1 && one.units().getFirst().id().equals(top.id());
            var standing = Standing.of(one.units().size(), came, one.day(), today);
            dues.add(new Due(one.day(), one.form(), one.period(), standing, own));
        }
        dues.sort(Comparator.comparing(Due::day).thenComparing(due -> due.form().code()));
        return dues;
    }

    private Came came(Owing one, LocalDate today) {
        var units = one.units().stream().map(Unit::id).toList();
        return repository
                .byPeriod(
                        units, List.of(one.form().code()), List.of(one.period().code()), today)
                .getOrDefault(one.period().code(), Came.NOTHING);
    }

    private List<Owing> owing(Unit top, LocalDate first, LocalDate last) {
        var trees = new HashMap<LocalDate, List<Unit>>();
        var owing = new ArrayList<Owing>();
        for (var period : DuePeriods.ending(first.minusDays(DAYS_AROUND), last.plusDays(DAYS_AROUND))) {
            for (var form : forms.owed(period)) {
                var day = form.dueOn(period);
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    var units = forms.owing(tree(trees, top.id(), period.lastDay()), form);
                    if (!units.isEmpty()) {
                        owing.add(new Owing(form, period, day, units));
                    }
                }
            }
        }
        return owing;
    }

    private List<Unit> tree(Map<LocalDate, List<Unit>> trees, UnitId top, LocalDate day) {
        return Objects.requireNonNull(trees.computeIfAbsent(day, on -> organization.subtree(top, on)));
    }
}
