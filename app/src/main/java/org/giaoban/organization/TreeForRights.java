package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.giaoban.access.UnitTree;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree as rights see it; asks nobody for rights itself. */
@Component
@Transactional(readOnly = true)
class TreeForRights implements UnitTree {

    private final UnitRepository repository;
    private final TreeRepository tree;
    private final Clock clock;

    TreeForRights(UnitRepository repository, TreeRepository tree, Clock clock) {
        this.repository = repository;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public Set<UnitId> subtree(UnitId top, LocalDate asOf) {
        return Set.copyOf(tree.subtreeIds(top, asOf));
    }

    @Override
    public boolean covers(UnitId top, UnitId unit, LocalDate asOf) {
        return top.equals(unit)
                || tree.ancestors(unit, asOf).stream()
                        .anyMatch(above -> above.id().equals(top));
    }

    @Override
    public String name(UnitId unit) {
        return names(List.of(unit)).getOrDefault(unit, "");
    }

    @Override
    public Map<UnitId, String> names(Collection<UnitId> units) {
        var names = new HashMap<UnitId, String>();
        repository.nearest(units, LocalDate.now(clock)).forEach(unit -> names.put(unit.id(), unit.name()));
        return names;
    }

    @Override
    public Optional<UnitId> byCode(String code) {
        return Optional.ofNullable(repository.codes(Set.of(code)).get(code));
    }
}
