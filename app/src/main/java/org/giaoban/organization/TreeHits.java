package org.giaoban.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Finds units by any name they had up to a day, and says what became of those that ended. */
@Component
class TreeHits {

    private static final int MOST = 100;

    private final UnitRepository units;
    private final TreeSearch search;
    private final TreeRepository tree;
    private final ProfileRepository profile;
    private final Lineages lineages;
    private final Access access;

    TreeHits(
            UnitRepository units,
            TreeSearch search,
            TreeRepository tree,
            ProfileRepository profile,
            Lineages lineages,
            Access access) {
        this.units = units;
        this.search = search;
        this.tree = tree;
        this.profile = profile;
        this.lineages = lineages;
        this.access = access;
    }

    /** The units, each as it was when it had the name that matched. */
    List<Unit> ever(String query, LocalDate day, int limit) {
        return search.ever(day, query, scope(), limit);
    }

    List<TreePage.Hit> hits(String query, LocalDate day) {
        return hits(ever(query, day, MOST), day);
    }

    /** What the export of the page holds: code, name, kind, the unit above and what became of it. */
    List<List<String>> rows(LocalDate day, String query) {
        var found = query.isBlank()
                ? List.copyOf(tree.subtree(tree.tops(scope(), day), day, TreeRepository.DEEPEST)
                        .keySet())
                : ever(query, day, MOST);
        return hits(found, day).stream()
                .map(hit -> List.of(hit.code(), hit.name(), hit.kind(), hit.above(), hit.fate()))
                .toList();
    }

    private List<TreePage.Hit> hits(List<Unit> found, LocalDate day) {
        var ids = found.stream().map(Unit::id).toList();
        var nearest = units.byIds(ids, day);
        var parents = new ArrayList<UnitId>();
        for (var unit : nearest.values()) {
            if (unit.parent() != null) {
                parents.add(unit.parent());
            }
        }
        var above = units.byIds(parents, day);
        var fates = lineages.becameAfter(ids, LocalDate.MIN);
        var kinds = profile.allKinds();
        return found.stream()
                .map(match -> {
                    var unit = nearest.getOrDefault(match.id(), match);
                    return new TreePage.Hit(
                            unit.code(),
                            unit.name(),
                            kinds.get(unit.kind()).name(),
                            unit.parent() != null && above.get(unit.parent()) instanceof Unit up ? up.name() : "",
                            match.name().equals(unit.name()) ? "" : match.name(),
                            unit.valid().contains(day) ? "" : UnitPages.span(unit.valid()),
                            fates.getOrDefault(unit.id(), ""));
                })
                .toList();
    }

    private Scope scope() {
        return access.scope(Capability.ORGANIZATION_READ);
    }
}
