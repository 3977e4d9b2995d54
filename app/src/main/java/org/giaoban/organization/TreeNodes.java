package org.giaoban.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;

/** Turns units with their depth into the nested nodes of the page. */
record TreeNodes(Kinds kinds, Map<UnitId, String> heads, Map<UnitId, Integer> below, Fold fold) {

    /** Whether the levels under the first are shown at once. */
    enum Fold {
        OPEN,
        CLOSED
    }

    List<TreePage.Node> forest(Map<Unit, Integer> shown) {
        var children = new LinkedHashMap<UnitId, List<Unit>>();
        var present = new HashSet<UnitId>();
        shown.keySet().forEach(unit -> present.add(unit.id()));
        var tops = new ArrayList<Unit>();
        for (var unit : shown.keySet()) {
            if (unit.parent() != null && present.contains(unit.parent())) {
                children.computeIfAbsent(unit.parent(), id -> new ArrayList<>()).add(unit);
            } else {
                tops.add(unit);
            }
        }
        return tops.stream().map(top -> node(top, children, true)).toList();
    }

    private TreePage.Node node(Unit unit, Map<UnitId, List<Unit>> children, boolean top) {
        var under = children.getOrDefault(unit.id(), List.of());
        var kind = kinds.get(unit.kind());
        var count = below.getOrDefault(unit.id(), 0);
        return new TreePage.Node(
                unit.code(),
                unit.name(),
                kind.name(),
                icon(kind.category()),
                heads.get(unit.id()),
                count,
                top || fold == Fold.OPEN,
                count > under.size(),
                under.stream().map(child -> node(child, children, false)).toList());
    }

    static String icon(UnitKind.Category category) {
        return switch (category) {
            case PARTY -> "flag-3";
            case BOARD -> "briefcase";
            case GOVERNMENT -> "building-bank";
            case MASS -> "users-group";
            case AREA -> "map-pin";
        };
    }
}
