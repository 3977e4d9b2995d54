package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Successions successions;
    private final Clock clock;

    TreeForRights(UnitRepository repository, TreeRepository tree, Successions successions, Clock clock) {
        this.repository = repository;
        this.tree = tree;
        this.successions = successions;
        this.clock = clock;
    }

    /** Whoever reaches a unit also reaches those in whose place it stands: their papers stay with them. */
    @Override
    public Set<UnitId> subtree(UnitId top, LocalDate asOf) {
        return withPredecessors(tree.subtreeIds(top, asOf), asOf);
    }

    @Override
    public Set<UnitId> withPredecessors(UnitId unit, LocalDate asOf) {
        return withPredecessors(List.of(unit), asOf);
    }

    private Set<UnitId> withPredecessors(List<UnitId> units, LocalDate asOf) {
        var reached = new HashSet<>(units);
        reached.addAll(successions.endedBefore(units, asOf));
        return reached;
    }

    @Override
    public boolean covers(UnitId top, UnitId unit, LocalDate asOf) {
        return top.equals(unit) || under(top, unit, asOf) || subtree(top, asOf).contains(unit);
    }

    private boolean under(UnitId top, UnitId unit, LocalDate asOf) {
        return tree.ancestors(unit, asOf).stream().anyMatch(above -> above.id().equals(top));
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
