package org.giaoban.organization;

import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeHistory.Node;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Walks the tree as of a day, down and up. */
@Repository
class TreeRepository {

    static final int DEEPEST = 64;
    private static final int MOST = 200;
    private static final int LARGE = 500;

    private final DSLContext db;
    private final TreeMemory memory;
    private final Subtrees subtrees = new Subtrees(LARGE);

    TreeRepository(DSLContext db, TreeMemory memory) {
        this.db = db;
        this.memory = memory;
    }

    /** The days on which a unit began, ended or became different, the first ones first. */
    List<LocalDate> turningDays() {
        return List.copyOf(memory.now().turningDays());
    }

    List<UnitId> roots(LocalDate day) {
        return memory.now().children(null, day).stream()
                .map(node -> node.unit().id())
                .toList();
    }

    long number() {
        return memory.now().number();
    }

    /** The units of the scope that stand under no other unit of it that day. */
    List<UnitId> tops(Scope scope, LocalDate day) {
        var history = memory.now();
        var inside = scope.wholeTree()
                ? history.children(null, day)
                : scope.units().stream()
                        .map(id -> history.on(id, day))
                        .filter(Objects::nonNull)
                        .toList();
        return inside.stream()
                .map(Node::unit)
                .filter(unit -> outside(unit.parent(), scope))
                .map(Unit::id)
                .sorted(TreeHistory.BY_ID)
                .limit(MOST)
                .toList();
    }

    private static boolean outside(@Nullable UnitId parent, Scope scope) {
        return parent == null || !scope.contains(parent);
    }

    /** The units and all below them on that day, parents before children; the depth counts from the tops. */
    Map<Unit, Integer> subtree(Collection<UnitId> tops, LocalDate day, int deepest) {
        return subtrees.of(memory.now(), new Subtrees.Below(Set.copyOf(tops), day, deepest));
    }

    boolean under(UnitId top, UnitId unit, LocalDate day) {
        return memory.now().under(top, unit, day);
    }

    /** The whole tree of the day, parents before children. */
    Map<Unit, Integer> all(LocalDate day) {
        var tops = memory.now().children(null, day).stream()
                .sorted(TreeHistory.IN_TREE)
                .map(top -> top.unit().id())
                .toList();
        return subtree(tops, day, DEEPEST);
    }

    /** How many units of each kind stand in the trees below the tops. */
    Map<String, Integer> countKinds(Collection<UnitId> tops, LocalDate day) {
        var counted = new HashMap<String, Integer>();
        var history = memory.now();
        var below = new HashSet<UnitId>();
        tops.forEach(top -> below.addAll(history.subtree(top, day)));
        below.forEach(id -> history.nearest(id, day).ifPresent(unit -> counted.merge(unit.kind(), 1, Integer::sum)));
        return counted;
    }

    /** The way from the top down to the unit on that day, without the unit itself. */
    List<Unit> ancestors(UnitId id, LocalDate day) {
        var history = memory.now();
        var way = new ArrayList<Unit>();
        var node = history.on(id, day);
        while (node != null && node.unit().parent() instanceof UnitId above && way.size() < DEEPEST) {
            node = history.on(above, day);
            if (node != null) {
                way.addFirst(node.unit());
            }
        }
        return way;
    }

    /** Whether on any day of its versions the unit stands below itself. */
    boolean loops(UnitId id) {
        var sql = """
                with recursive up as (
                    select parent_unit_id as unit_id, valid, 1 as depth
                      from organization.unit_version where unit_id = {0} and parent_unit_id is not null
                    union all
                    select v.parent_unit_id, up.valid * v.valid, up.depth + 1
                      from up join organization.unit_version v on v.unit_id = up.unit_id and v.valid && up.valid
                     where up.unit_id <> {0} and v.parent_unit_id is not null and up.depth < 64)
                select exists (select from up where unit_id = {0})""";
        return db.resultQuery(sql, inline(id.value())).fetchSingle().into(Boolean.class);
    }

    /** How many units stand right below each; parents without any are left out. */
    Map<UnitId, Integer> countChildren(Collection<UnitId> parents, LocalDate day) {
        var history = memory.now();
        var counted = new HashMap<UnitId, Integer>();
        for (var parent : parents) {
            var children = history.children(parent, day).size();
            if (children > 0) {
                counted.put(parent, children);
            }
        }
        return counted;
    }
}
