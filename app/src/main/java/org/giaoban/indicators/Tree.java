package org.giaoban.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.indicators.Duties.Duty;
import org.giaoban.indicators.RollUp.Weight;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Successions.Mapped;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A unit and all below it as they stood on one day, with the units that speak in it. Branch 0 is the unit itself, branch
 * n its n-th child with all below.
 */
final class Tree {

    /** All branches together. */
    static final int ALL = -1;

    /** The tree of a unit that did not exist on the day. */
    static final Tree NONE = new Tree(List.of(), List.of());

    private final List<Unit> branches = new ArrayList<>();
    private final Map<UnitId, Integer> branchOf = new HashMap<>();
    private final Map<UnitId, List<UnitId>> children = new HashMap<>();
    private final Map<Integer, Map<UnitSort, Integer>> sorts = new HashMap<>();
    private final List<Speaker> speakers = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<UnitId, List<Source>> sources = new HashMap<>();
    private final @Nullable Counted counted;

    /**
     * A unit whose sheets count in the tree: its own place, or those of the units that stand for it today.
     *
     * @param sort decides what it owes; none when it has ended and owes nothing more
     * @param until the end of the last month it spoke for, when it ended before the period did
     */
    record Speaker(
            Unit unit,
            @Nullable UnitSort sort,
            List<Mapped> heirs,
            @Nullable LocalDate until) {

        static Speaker itself(Unit unit, UnitSort sort) {
            return new Speaker(unit, sort, List.of(new Mapped(unit.id(), BigDecimal.ONE, false)), null);
        }

        /** What it said adds to its heirs' figures; its plans and its duty to report are theirs by then. */
        static Speaker ended(Unit unit, List<Mapped> heirs, LocalDate until) {
            return new Speaker(unit, null, heirs, until);
        }

        /** The one of the largest share: there the unit is counted. */
        private UnitId main() {
            return heirs.stream()
                    .max(Comparator.comparing(Mapped::share))
                    .map(Mapped::unit)
                    .orElse(unit.id());
        }
    }

    /**
     * A unit a unit of the tree stands for, whole or by a share.
     *
     * @param handedUp it stood below another one of them, which may have had a target for both
     */
    record Source(UnitId unit, BigDecimal share, boolean handedUp) {}

    /** The branch a unit's sheets count in; without a weight they count as they are. */
    record Place(
            UnitId unit,
            int branch,
            @Nullable Weight weight,
            @Nullable LocalDate until) {}

    /**
     * What is known of a tree that was not walked to its leaves.
     *
     * @param sorts how many units of which sort there are, by branch
     * @param leaves the branches that are a single unit; the others are read from totals
     */
    record Counted(Map<Integer, Map<UnitSort, Integer>> sorts, Set<Integer> leaves) {}

    /**
     * @param units the root first, parents before children
     * @param speakers those without a place in the tree are left out
     */
    Tree(List<Unit> units, List<Speaker> speakers) {
        this(units, speakers, null);
    }

    /** A tree of which only the units are here that somebody may ask for by name. */
    static Tree ofTotals(List<Unit> units, List<Speaker> speakers, Counted counted) {
        return new Tree(units, speakers, counted);
    }

    private Tree(List<Unit> units, List<Speaker> speakers, @Nullable Counted counted) {
        this.counted = counted;
        units.forEach(unit -> branchOf.put(unit.id(), branchOf(unit)));
        speakers.forEach(this::place);
        var byId = this.speakers.stream()
                .collect(Collectors.toMap(one -> one.unit().id(), Function.identity()));
        this.speakers.stream()
                .filter(one -> one.until() == null)
                .forEach(one -> one.heirs()
                        .forEach(heir -> sources.computeIfAbsent(heir.unit(), unit -> new ArrayList<>())
                                .add(new Source(
                                        one.unit().id(), heir.share(), handedUp(one.unit(), heir.unit(), byId)))));
    }

    private static boolean handedUp(Unit unit, UnitId heir, Map<UnitId, Speaker> byId) {
        if (unit.id().equals(heir)) {
            return false;
        }
        var above = byId.get(unit.parent());
        while (above != null) {
            if (above.heirs().stream().anyMatch(other -> other.unit().equals(heir))) {
                return true;
            }
            above = byId.get(above.unit().parent());
        }
        return false;
    }

    private int branchOf(Unit unit) {
        if (branches.isEmpty()) {
            branches.add(unit);
            return 0;
        }
        var above = unit.parent();
        children.computeIfAbsent(above, parent -> new ArrayList<>()).add(unit.id());
        if (branches.getFirst().id().equals(above)) {
            branches.add(unit);
            return branches.size() - 1;
        }
        return branchOf.getOrDefault(above, 0);
    }

    private void place(Speaker speaker) {
        var shares = new TreeMap<Integer, BigDecimal>();
        for (var heir : speaker.heirs()) {
            var branch = branchOf.get(heir.unit());
            if (branch != null) {
                shares.merge(branch, heir.share(), BigDecimal::add);
            }
        }
        if (shares.isEmpty()) {
            return;
        }
        speakers.add(speaker);
        var main = branchOf.get(speaker.main());
        var here = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        shares.forEach((branch, share) -> places.add(
                new Place(speaker.unit().id(), branch, Weight.of(share, here, branch.equals(main)), speaker.until())));
        var sort = speaker.sort();
        if (sort != null && main != null) {
            sorts.computeIfAbsent(main, branch -> new HashMap<>()).merge(sort, 1, Integer::sum);
            sorts.computeIfAbsent(ALL, branch -> new HashMap<>()).merge(sort, 1, Integer::sum);
        }
    }

    /** The units whose sheets count somewhere in the tree. */
    List<Speaker> speakers() {
        return speakers;
    }

    List<Place> places() {
        return places;
    }

    List<Source> sources(UnitId unit) {
        return sources.getOrDefault(unit, List.of());
    }

    /** The units that spoke for the first months only, and whose heirs the unit itself and its children are. */
    List<Unit> ended() {
        return speakers.stream()
                .filter(one -> one.until() != null)
                .filter(one -> one.heirs().stream().anyMatch(heir -> heads(heir.unit())))
                .map(Speaker::unit)
                .toList();
    }

    private boolean heads(UnitId unit) {
        return branches.stream().anyMatch(branch -> branch.id().equals(unit));
    }

    /** The unit itself, then its children. */
    List<Unit> branches() {
        return branches;
    }

    List<UnitId> below(UnitId unit) {
        return children.getOrDefault(unit, List.of());
    }

    /** Whether its figures are read from totals. */
    boolean fromTotals() {
        return counted != null;
    }

    /** Whether the figures of a branch are added up from its units. */
    boolean addsLeaves(int branch) {
        return counted == null || counted.leaves().contains(branch);
    }

    /** How many units of a branch owe it. */
    int expected(int branch, Duty duty) {
        var units = (counted == null ? sorts : counted.sorts()).getOrDefault(branch, Map.of());
        return units.entrySet().stream()
                .filter(one -> duty.owes(one.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    @Nullable
    Unit branchUnit(int branch) {
        return branches.isEmpty() ? null : branches.get(Math.max(branch, 0));
    }

    /** The units of which only a part counts in the tree, with that part of one. */
    Map<Unit, BigDecimal> parts() {
        var parts = new java.util.LinkedHashMap<Unit, BigDecimal>();
        for (var speaker : speakers) {
            var here = speaker.heirs().stream()
                    .filter(heir -> branchOf.containsKey(heir.unit()))
                    .map(Mapped::share)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (here.compareTo(BigDecimal.ONE) != 0) {
                parts.put(speaker.unit(), here);
            }
        }
        return parts;
    }
}
