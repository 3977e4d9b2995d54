package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/** A unit and all below it as they stood on one day. Branch 0 is the unit itself, branch n its n-th child with all below. */
final class Tree {

    /** All branches together. */
    static final int ALL = -1;

    /** The tree of a unit that did not exist on the day. */
    static final Tree NONE = new Tree(List.of(), Set.of());

    private final List<Unit> units;
    private final List<Unit> branches = new ArrayList<>();
    private final Map<UnitId, Integer> branchOf = new HashMap<>();
    private final Map<UnitId, List<UnitId>> children = new HashMap<>();
    private final Map<Integer, Integer> expected = new HashMap<>();

    /** @param units the root first, parents before children */
    Tree(List<Unit> units, Set<UnitId> reporters) {
        this.units = units;
        for (var unit : units) {
            var branch = branchOf(unit);
            branchOf.put(unit.id(), branch);
            if (reporters.contains(unit.id())) {
                expected.merge(branch, 1, Integer::sum);
                expected.merge(ALL, 1, Integer::sum);
            }
        }
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

    List<Unit> units() {
        return units;
    }

    /** The unit itself, then its children. */
    List<Unit> branches() {
        return branches;
    }

    int branch(UnitId unit) {
        return branchOf.getOrDefault(unit, 0);
    }

    List<UnitId> below(UnitId unit) {
        return children.getOrDefault(unit, List.of());
    }

    int expected(int branch) {
        return expected.getOrDefault(branch, 0);
    }

    @Nullable
    Unit branchUnit(int branch) {
        return branches.isEmpty() ? null : branches.get(Math.max(branch, 0));
    }
}
