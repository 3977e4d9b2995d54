package org.giaoban.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.reporting.CompletenessRepository.Branched;
import org.giaoban.reporting.CompletenessRepository.Came;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has reported and in time, down the tree: a line for each unit below with its whole branch. */
@Service
@Transactional(readOnly = true)
class Completeness {

    private static final int MOST_LINES = 500;
    private static final int TREND = 6;

    private final CompletenessRepository repository;
    private final Forms forms;
    private final Organization organization;
    private final Access access;
    private final Clock clock;

    Completeness(
            CompletenessRepository repository, Forms forms, Organization organization, Access access, Clock clock) {
        this.repository = repository;
        this.forms = forms;
        this.organization = organization;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A unit with all below it.
     *
     * @param leaf whether nothing stands below it that fills in a form of the period
     * @param own its own form's code, when it fills in one
     */
    record Branch(Unit unit, boolean leaf, @Nullable String own, Standing standing) {}

    /** A period before, or this one, of the whole. */
    record Past(Period period, Standing standing) {}

    /** All of it: the forms there are, the whole and its branches (at most 500). */
    record Board(Unit unit, Period period, List<Form> forms, Standing whole, List<Branch> branches) {}

    /** The board of a unit for a period; of one form only when its code is given. */
    Board board(Unit top, Period period, @Nullable String code) {
        access.require(Capability.REPORT_READ, top.id());
        var tree = organization.subtree(top.id(), period.lastDay());
        var asked = asked(tree, period);
        var branches = branches(top, tree);
        var found = asked.stream()
                .filter(one -> code == null || one.form().code().equals(code))
                .toList();
        var standings = standings(found, branches, period);
        var whole = standings.values().stream().reduce(Standing.NONE, Standing::plus);
        return new Board(
                top,
                period,
                asked.stream().map(Forms.Asked::form).toList(),
                whole,
                lines(top, tree, standings, own(found), branches));
    }

    /** Whoever has nobody above owes nothing, so it is not waited for. */
    private List<Forms.Asked> asked(List<Unit> tree, Period period) {
        return forms.asked(tree.stream().filter(unit -> unit.parent() != null).toList(), period);
    }

    /** Which branch each unit belongs to: the place of the unit right below the top that it stands under. */
    private static Map<UnitId, Integer> branches(Unit top, List<Unit> tree) {
        var branches = new HashMap<UnitId, Integer>();
        for (var place = 0; place < tree.size(); place++) {
            var unit = tree.get(place);
            var above = unit.parent();
            if (unit.id().equals(top.id()) || above == null || above.equals(top.id())) {
                branches.put(unit.id(), place);
            } else {
                branches.put(unit.id(), branches.getOrDefault(above, 0));
            }
        }
        return branches;
    }

    private Map<Integer, Standing> standings(List<Forms.Asked> asked, Map<UnitId, Integer> branches, Period period) {
        var today = LocalDate.now(clock);
        var standings = new HashMap<Integer, Standing>();
        for (var one : asked) {
            var units = one.units().stream().map(Unit::id).toList();
            var numbers =
                    units.stream().map(unit -> branches.getOrDefault(unit, 0)).toList();
            var came = repository.byBranch(new Branched(units, numbers), one.form(), period, today);
            var expected = new HashMap<Integer, Integer>();
            numbers.forEach(number -> expected.merge(number, 1, Integer::sum));
            var due = one.form().dueOn(period);
            expected.forEach((number, many) -> standings.merge(
                    number, Standing.of(many, came.getOrDefault(number, Came.NOTHING), due, today), Standing::plus));
        }
        return standings;
    }

    private static Map<UnitId, String> own(List<Forms.Asked> asked) {
        var own = new HashMap<UnitId, String>();
        asked.forEach(
                one -> one.units().forEach(unit -> own.put(unit.id(), one.form().code())));
        return own;
    }

    private static List<Branch> lines(
            Unit top,
            List<Unit> tree,
            Map<Integer, Standing> standings,
            Map<UnitId, String> own,
            Map<UnitId, Integer> branches) {
        var deeper = new HashSet<Integer>();
        tree.stream()
                .filter(unit -> own.containsKey(unit.id()) && !top.id().equals(unit.parent()))
                .forEach(unit -> deeper.add(branches.getOrDefault(unit.id(), 0)));
        var lines = new ArrayList<Branch>();
        for (var place = 0; place < tree.size() && lines.size() < MOST_LINES; place++) {
            var unit = tree.get(place);
            var standing = standings.get(place);
            if (standing != null) {
                var leaf = unit.id().equals(top.id()) || !deeper.contains(place);
                lines.add(new Branch(unit, leaf, own.get(unit.id()), standing));
            }
        }
        return lines;
    }

    /** The whole in this period and those of its kind before it, the oldest first. */
    List<Past> trend(Unit top, Period last, @Nullable String code) {
        access.require(Capability.REPORT_READ, top.id());
        var expected = new LinkedHashMap<Period, Integer>();
        var units = new HashSet<UnitId>();
        var codes = new HashSet<String>();
        var period = last;
        for (var back = 0; back < TREND; back++, period = period.previous()) {
            expected.put(period, expected(top, period, code, units, codes));
        }
        var came = repository.byPeriod(
                units, codes, expected.keySet().stream().map(Period::code).toList(), LocalDate.now(clock));
        return expected.entrySet().stream()
                .map(one -> new Past(
                        one.getKey(),
                        new Standing(
                                one.getValue(),
                                0,
                                came.getOrDefault(one.getKey().code(), Came.NOTHING))))
                .toList()
                .reversed();
    }

    private int expected(Unit top, Period period, @Nullable String code, Set<UnitId> units, Set<String> codes) {
        var asked = asked(organization.subtree(top.id(), period.lastDay()), period).stream()
                .filter(one -> code == null || one.form().code().equals(code))
                .toList();
        asked.forEach(one -> {
            codes.add(one.form().code());
            one.units().forEach(unit -> units.add(unit.id()));
        });
        return asked.stream().mapToInt(one -> one.units().size()).sum();
    }

    /** The units of a branch that have not sent, with the form they owe, at most so many. */
    List<Forms.Asked> missing(Unit top, Period period, @Nullable String code, int most) {
        var missing = new ArrayList<Forms.Asked>();
        var left = most;
        for (var one : asked(organization.subtree(top.id(), period.lastDay()), period)) {
            if (left > 0 && (code == null || one.form().code().equals(code))) {
                var byId = new LinkedHashMap<UnitId, Unit>();
                one.units().forEach(unit -> byId.put(unit.id(), unit));
                var found = repository.missing(byId.keySet(), one.form(), period, left).stream()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .toList();
                left -= found.size();
                missing.add(new Forms.Asked(one.form(), found));
            }
        }
        return missing;
    }
}
