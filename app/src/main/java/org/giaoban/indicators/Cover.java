package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;

/**
 * What of a tree of another day is read from totals of that day: the units that went into one of its branches with all
 * that stood below them. The rest is added up unit by unit.
 *
 * @param parts the highest such units
 * @param left the places of all units that are in no part
 */
record Cover(List<Part> parts, List<Tree.Place> left) {

    private static final int SEVERAL = -2;

    /** A unit of then, and the branch all of it belongs to now. */
    record Part(UnitId unit, int branch) {}

    static Cover none(Tree tree) {
        return new Cover(List.of(), tree.places());
    }

    /**
     * @param units of that day, parents before children
     * @param heirs of units that ended before: a total of theirs also holds what those had said
     */
    static Cover of(List<Unit> units, Tree tree, Set<UnitId> heirs) {
        var places = places(tree);
        heirs.forEach(unit -> places.put(unit, SEVERAL));
        var whole = whole(units, places);
        var parts = new ArrayList<Part>();
        var covered = new HashSet<UnitId>();
        var parents = new HashSet<UnitId>();
        units.forEach(unit -> parents.add(unit.parent()));
        for (var unit : units) {
            var branch = whole.getOrDefault(unit.id(), SEVERAL);
            if (covered.contains(unit.parent())) {
                covered.add(unit.id());
            } else if (branch != SEVERAL && parents.contains(unit.id())) {
                covered.add(unit.id());
                parts.add(new Part(unit.id(), branch));
            }
        }
        return new Cover(
                List.copyOf(parts),
                tree.places().stream()
                        .filter(place -> !covered.contains(place.unit()))
                        .toList());
    }

    /** The branch of every unit that is in one branch as a whole. */
    private static Map<UnitId, Integer> places(Tree tree) {
        var places = new HashMap<UnitId, Integer>();
        for (var place : tree.places()) {
            var branch = place.weight() == null && place.until() == null ? place.branch() : SEVERAL;
            places.merge(place.unit(), branch, (one, other) -> SEVERAL);
        }
        return places;
    }

    /** The branch of every unit that is in it with all below it; from the leaves up. */
    private static Map<UnitId, Integer> whole(List<Unit> units, Map<UnitId, Integer> places) {
        var whole = new HashMap<UnitId, Integer>();
        var below = new HashMap<UnitId, Integer>();
        for (var unit : units.reversed()) {
            int own = places.getOrDefault(unit.id(), SEVERAL);
            var branch = below.getOrDefault(unit.id(), own) == own ? own : SEVERAL;
            whole.put(unit.id(), branch);
            var parent = unit.parent();
            if (parent != null) {
                below.merge(parent, branch, (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }
        return whole;
    }
}
