package org.giaoban.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Turns units with their depth into the nested nodes of the page. */
record TreeNodes(
        Kinds kinds, Map<UnitId, String> heads, Map<UnitId, Integer> below, Map<UnitId, String> turns, Fold fold) {

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
                note(unit.name(), kind.name(), heads.get(unit.id())),
                icon(kind.category()),
                heads.get(unit.id()),
                turns.get(unit.id()),
                count,
                top || fold == Fold.OPEN,
                count > under.size(),
                under.stream().map(child -> node(child, children, false)).toList());
    }

    /** The kind and who leads; a name that begins with its kind need not repeat it. */
    private static String note(String name, String kind, @Nullable String head) {
        var said = name.regionMatches(true, 0, kind, 0, kind.length());
        return Stream.of(said ? null : kind, head).filter(Objects::nonNull).collect(Collectors.joining(" · "));
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
