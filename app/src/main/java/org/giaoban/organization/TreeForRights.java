package org.giaoban.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tree as rights see it; asks nobody for rights itself. */
@Component
@Transactional(readOnly = true)
class TreeForRights implements UnitTree {

    private final UnitRepository repository;
    private final TreeMemory memory;
    private final Successions successions;
    private final Clock clock;

    TreeForRights(UnitRepository repository, TreeMemory memory, Successions successions, Clock clock) {
        this.repository = repository;
        this.memory = memory;
        this.successions = successions;
        this.clock = clock;
    }

    /** Asked with every request: one statement, for which no transaction is begun. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public long number() {
        return memory.now().number();
    }

    @Override
    public int size() {
        return memory.now().all().size();
    }

    /** What ended belongs where it last stood, and what is only planned where it is to stand first. */
    @Override
    public Set<UnitId> everything(Set<UnitId> tops, LocalDate asOf) {
        var history = memory.now();
        if (!history.children(null, asOf).stream()
                .allMatch(root -> tops.contains(root.unit().id()))) {
            return Set.of();
        }
        var below = new HashSet<UnitId>();
        tops.forEach(top -> below.addAll(history.subtree(top, asOf)));
        var reached = withPredecessors(below, asOf);
        var all = history.all();
        var whole = all.stream().allMatch(id -> reached.contains(id) || history.belonged(id, asOf, reached));
        return whole ? all : Set.of();
    }

    /** Whoever reaches a unit also reaches those in whose place it stands: their papers stay with them. */
    @Override
    public Set<UnitId> subtree(UnitId top, LocalDate asOf) {
        return withPredecessors(memory.now().subtree(top, asOf), asOf);
    }

    @Override
    public Set<UnitId> withPredecessors(UnitId unit, LocalDate asOf) {
        return withPredecessors(List.of(unit), asOf);
    }

    private Set<UnitId> withPredecessors(Collection<UnitId> units, LocalDate asOf) {
        var reached = new HashSet<>(units);
        reached.addAll(successions.endedBefore(units, asOf));
        return reached;
    }

    /** An ended unit is covered by whoever reaches one that stands in its place. */
    @Override
    public boolean covers(UnitId top, UnitId unit, LocalDate asOf) {
        if (top.equals(unit)) {
            return true;
        }
        var history = memory.now();
        if (history.on(unit, asOf) != null) {
            return history.under(top, unit, asOf);
        }
        return successions.standingFor(unit, asOf).stream().anyMatch(heir -> history.under(top, heir, asOf));
    }

    @Override
    public String name(UnitId unit) {
        return names(List.of(unit)).getOrDefault(unit, "");
    }

    @Override
    public String code(UnitId unit) {
        return repository.nearest(List.of(unit), LocalDate.now(clock)).stream()
                .map(Unit::code)
                .findFirst()
                .orElse("");
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

    @Override
    public List<Step> path(UnitId unit, LocalDate asOf) {
        var history = memory.now();
        var path = new ArrayList<Step>();
        var here = history.nearest(unit, asOf).orElse(null);
        while (here != null && path.size() <= TreeRepository.DEEPEST) {
            path.add(new Step(here.id(), here.kind(), here.name()));
            var above = here.parent();
            here = above == null ? null : history.nearest(above, asOf).orElse(null);
        }
        return path;
    }
}
