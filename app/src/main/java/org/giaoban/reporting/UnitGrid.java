package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
    private final FormRepository versions;
    private final Forms forms;
    private final ReturnStore store;
    private final GridReader reader;
    private final Prefills prefills;
    private final Access access;
    private final Clock clock;

    UnitGrid(
            Organization organization,
            FormRepository versions,
            Forms forms,
            ReturnStore store,
            GridReader reader,
            Prefills prefills,
            Access access,
            Clock clock) {
        this.organization = organization;
        this.versions = versions;
        this.forms = forms;
        this.store = store;
        this.reader = reader;
        this.prefills = prefills;
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
    record Choice(List<Unit> page, int all, int before, Map<Unit, Integer> branches, List<Forms.Asked> forms) {

        @Nullable
        String next() {
            return before + page.size() < all ? page.getLast().code() : null;
        }
    }

    /** A page of the grid. */
    record Sheet(
            Asked asked,
            Choice choice,
            List<GridRow> rows,
            Map<UnitId, Map<String, Prefills.Count>> counts,
            LocalDate today) {}

    Sheet sheet(Query query, int most) {
        var period = period(query);
        var mine = mine(period);
        var offered = forms.asked(mine, period);
        var form = form(query, offered, period);
        var asked = reader.asked(form, period);
        var choice = choice(asked, forms.owing(mine, form), query, most, offered);
        var keys = choice.page().stream()
                .flatMap(unit -> key(asked, unit).stream())
                .toList();
        return new Sheet(
                asked,
                choice,
                reader.rows(asked, keys),
                prefills.of(asked.form(), asked.period(), keys),
                LocalDate.now(clock));
    }

    private Period period(Query query) {
        return query.period() == null
                ? Period.monthOf(LocalDate.now(clock).minusDays(STILL_LAST_MONTH))
                : Optional.ofNullable(Door.period(query.period())).orElseThrow(() -> new NotFound("period"));
    }

    /** The form asked for, or the one most of the viewer's units fill in; a viewer without units gets an empty page of any. */
    private Form form(Query query, List<Forms.Asked> offered, Period period) {
        var wanted = query.form() == null
                ? offered.stream()
                        .max(Comparator.comparing(asked -> asked.units().size()))
                        .map(Forms.Asked::form)
                        .or(() -> forms.owed(period).stream().findFirst())
                : versions.find(query.form(), period);
        return wanted.orElseThrow(() -> new NotFound("form"));
    }

    private Optional<ReturnKey> key(Asked asked, Unit unit) {
        return forms.find(asked.form().code(), unit, asked.period())
                .map(form -> new ReturnKey(unit, form, asked.period()));
    }

    /** The form and the period of cells that come in. */
    Asked asked(Query query) {
        var period = period(query);
        return reader.asked(form(query, List.of(), period), period);
    }

    /** What is asked of one unit. */
    Asked asked(ReturnKey key) {
        return reader.asked(key.form(), key.period());
    }

    private Choice choice(Asked asked, List<Unit> units, Query query, int most, List<Forms.Asked> offered) {
        var branches = branches(units, asked.period().lastDay());
        var under = branches.keySet().stream()
                .filter(unit -> unit.code().equals(query.unit()))
                .findFirst()
                .map(unit -> below(unit, units, asked.period()))
                .orElse(units);
        var shown = query.unsentOnly() ? unsent(under, asked) : under;
        int first = query.after() == null ? 0 : position(shown, query.after());
        var page = shown.subList(first, Math.min(first + most, shown.size()));
        return new Choice(page, shown.size(), first, branches, offered);
    }

    /** Units for which the viewer may enter returns, in the order of the tree. */
    private List<Unit> mine(Period period) {
        var scope = access.scope(Capability.REPORT_ENTER);
        return organization.units(period.lastDay()).stream()
                .filter(unit -> scope.contains(unit.id()))
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
        var sent = store.returns().of(units.stream().map(Unit::id).toList(), asked.form(), asked.period()).stream()
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
        var keys = known(asked, codes);
        codes.stream().filter(code -> !keys.containsKey(code)).forEach(code -> {
            throw new NotFound(code);
        });
        return keys;
    }

    /** Those of the units whose returns of this form the viewer enters. */
    Map<String, ReturnKey> known(Asked asked, Collection<String> codes) {
        var scope = access.scope(Capability.REPORT_ENTER);
        var day = asked.period().lastDay();
        var keys = new LinkedHashMap<String, ReturnKey>();
        organization
                .codes(codes)
                .forEach((code, id) -> Optional.of(id)
                        .filter(scope::contains)
                        .flatMap(one -> organization.find(one, day))
                        .flatMap(unit -> key(asked, unit))
                        .ifPresent(key -> keys.put(code, key)));
        return keys;
    }

    /** Rows of these returns as they stand now, by the code of the unit. */
    Map<String, GridRow> rows(Asked asked, Collection<ReturnKey> keys) {
        return reader.rows(asked, List.copyOf(keys)).stream()
                .collect(Collectors.toMap(row -> row.key().unit().code(), Function.identity()));
    }
}
