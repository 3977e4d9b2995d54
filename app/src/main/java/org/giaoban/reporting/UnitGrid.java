package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.reporting.GridReader.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grid for whoever enters for many units: each row the return of one unit, for one form and period. */
@Service
@Transactional(readOnly = true)
class UnitGrid {

    /** Rows of one page of the grid, and of one page of plain forms. */
    static final int ROWS = 200;

    static final int PLAIN_ROWS = 10;

    /** Half a month into a month people still enter for the month before. */
    private static final int STILL_LAST_MONTH = 15;

    private final Organization organization;
    private final FormRepository forms;
    private final ReturnStore store;
    private final GridReader reader;
    private final Access access;
    private final Clock clock;

    UnitGrid(
            Organization organization,
            FormRepository forms,
            ReturnStore store,
            GridReader reader,
            Access access,
            Clock clock) {
        this.organization = organization;
        this.forms = forms;
        this.store = store;
        this.reader = reader;
        this.access = access;
        this.clock = clock;
    }

    /** What the address asks for. */
    record Query(
            @Nullable String form,
            @Nullable String period,
            @Nullable String unit,
            @Nullable String show,
            @Nullable Integer group,
            @Nullable String after) {

        /** One group of columns, the first unless another is asked for. */
        Query oneGroup() {
            return new Query(form, period, unit, show, group == null ? Integer.valueOf(1) : group, after);
        }

        boolean unsentOnly() {
            return "unsent".equals(show);
        }
    }

    /** The units of a page out of all that the filters let through, and the unit above each. */
    record Choice(List<Unit> page, int all, int before, Optional<Unit> branch, Map<Unit, Integer> branches) {

        @Nullable
        String next() {
            return before + page.size() < all ? page.getLast().code() : null;
        }
    }

    /** A page of the grid. */
    record Sheet(Asked asked, Choice choice, List<GridRow> rows, LocalDate today) {}

    Sheet sheet(Query query, int most) {
        var asked = asked(query);
        var choice = choice(asked, query, most);
        return new Sheet(asked, choice, reader.rows(asked, choice.page()), LocalDate.now(clock));
    }

    /** The form and the period the address means; without one the form owed for the month people now enter. */
    Asked asked(Query query) {
        var period = query.period() == null
                ? Period.monthOf(LocalDate.now(clock).minusDays(STILL_LAST_MONTH))
                : Optional.ofNullable(Door.period(query.period())).orElseThrow(() -> new NotFound("period"));
        var form = query.form() == null ? forms.forPeriod(period) : forms.find(query.form(), period);
        return reader.asked(form.orElseThrow(() -> new NotFound("form")), period);
    }

    /** What is asked of one unit. */
    Asked asked(ReturnKey key) {
        return reader.asked(key.form(), key.period());
    }

    private Choice choice(Asked asked, Query query, int most) {
        var mine = mine(asked.period());
        var branches = branches(mine, asked.period().lastDay());
        var branch = branches.keySet().stream()
                .filter(unit -> unit.code().equals(query.unit()))
                .findFirst();
        var under = branch.map(unit -> below(unit, mine, asked.period())).orElse(mine);
        var shown = query.unsentOnly() ? unsent(under, asked) : under;
        int first = query.after() == null ? 0 : position(shown, query.after());
        var page = shown.subList(first, Math.min(first + most, shown.size()));
        return new Choice(page, shown.size(), first, branch, branches);
    }

    /** Units that send returns and for which the viewer may enter them, in the order of the tree. */
    private List<Unit> mine(Period period) {
        var scope = access.scope(Capability.REPORT_ENTER);
        var day = period.lastDay();
        return organization.units(day).stream()
                .filter(unit -> scope.contains(unit.id())
                        && organization.kind(unit.kind()).reports())
                .toList();
    }

    private Map<Unit, Integer> branches(List<Unit> units, LocalDate day) {
        var counts = new LinkedHashMap<UnitId, Integer>();
        units.stream()
                .map(Unit::parent)
                .filter(Objects::nonNull)
                .forEach(parent -> counts.merge(parent, 1, Integer::sum));
        var branches = new LinkedHashMap<Unit, Integer>();
        counts.forEach((id, count) -> organization.find(id, day).ifPresent(unit -> branches.put(unit, count)));
        return branches;
    }

    private List<Unit> below(Unit branch, List<Unit> units, Period period) {
        var below = organization.subtree(branch.id(), period.lastDay()).stream()
                .map(Unit::id)
                .collect(Collectors.toSet());
        return units.stream().filter(unit -> below.contains(unit.id())).toList();
    }

    private List<Unit> unsent(List<Unit> units, Asked asked) {
        var sent = store
                .returns()
                .of(units.stream().map(Unit::id).toList(), asked.form(), asked.period())
                .stream()
                .filter(row -> row.state().received())
                .map(ReturnRow::unit)
                .collect(Collectors.toSet());
        return units.stream().filter(unit -> !sent.contains(unit.id())).toList();
    }

    private static int position(List<Unit> units, String after) {
        for (int at = 0; at < units.size(); at++) {
            if (units.get(at).code().equals(after)) {
                return at + 1;
            }
        }
        return 0;
    }

    /** The returns of these units, which the viewer must be allowed to enter; unknown codes do not exist. */
    Map<String, ReturnKey> keys(Asked asked, Collection<String> codes) {
        var scope = access.scope(Capability.REPORT_ENTER);
        var ids = organization.codes(codes);
        var day = asked.period().lastDay();
        var keys = new LinkedHashMap<String, ReturnKey>();
        for (var code : codes) {
            var unit = Optional.ofNullable(ids.get(code))
                    .filter(scope::contains)
                    .flatMap(id -> organization.find(id, day))
                    .orElseThrow(() -> new NotFound(code));
            keys.put(code, asked.key(unit));
        }
        return keys;
    }

    /** Rows of these returns as they stand now, by the code of the unit. */
    Map<String, GridRow> rows(Asked asked, Collection<ReturnKey> keys) {
        return reader.rows(asked, keys.stream().map(ReturnKey::unit).toList()).stream()
                .collect(Collectors.toMap(row -> row.key().unit().code(), Function.identity()));
    }
}
