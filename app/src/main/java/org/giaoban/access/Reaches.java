package org.giaoban.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The units that a few tops reach, remembered as long as neither the tree nor the day changes. */
@Component
class Reaches implements Memory {

    /** Units in all remembered sets together; a set costs about ten bytes a unit. */
    private static final long MOST_UNITS = 3_000_000;

    /** What a set costs beside its units, counted in units. */
    private static final int EACH = 20;

    private final ObjectProvider<UnitTree> tree;
    private final StoredReaches stored;
    private final TransactionTemplate atOnce;
    private final Cache<Wanted, Scope> known = Caffeine.newBuilder()
            .maximumWeight(MOST_UNITS)
            .weigher((Wanted wanted, Scope scope) -> EACH + scope.units().size())
            .build();

    /** The tree comes late because the module that implements it stands above this one. */
    Reaches(ObjectProvider<UnitTree> tree, StoredReaches stored, PlatformTransactionManager transactions) {
        this.tree = tree;
        this.stored = stored;
        this.atOnce = new TransactionTemplate(transactions);
        atOnce.setReadOnly(true);
    }

    /** The number of a tree is never used twice, also not for one that only its own transaction ever saw. */
    private record Wanted(Set<Top> tops, @Nullable UnitId limit, long tree, LocalDate day) {

        Wanted of(long another) {
            return new Wanted(tops, limit, another, day);
        }
    }

    /** Of each capability the units its tops reach, within the limit if there is one. */
    Map<Capability, Scope> scopes(Map<Capability, Set<Top>> tops, @Nullable UnitId limit, LocalDate day) {
        var number = tree.getObject().number();
        Map<Capability, Scope> scopes = new EnumMap<>(Capability.class);
        tops.forEach(
                (capability, own) -> scopes.put(capability, scope(new Wanted(Set.copyOf(own), limit, number, day))));
        scopes.values().forEach(this::kept);
        return scopes;
    }

    @Override
    public void forget() {
        known.invalidateAll();
    }

    private Scope scope(Wanted wanted) {
        var scope = known.getIfPresent(wanted);
        if (scope == null) {
            scope = atOnce(wanted);
        }
        return scope;
    }

    /** By one and the same tree, though it may be a later one than was asked for. */
    private Scope atOnce(Wanted wanted) {
        return Objects.requireNonNull(atOnce.execute(status -> {
            var scope = worked(wanted);
            known.put(wanted.of(tree.getObject().number()), scope);
            return scope;
        }));
    }

    private void kept(Scope scope) {
        if (scope.extent() instanceof Scope.Extent.Stored(var reach)) {
            stored.keep(reach, scope.units());
        }
    }

    private Scope worked(Wanted wanted) {
        var limit = wanted.limit();
        var units = units(wanted.tops(), wanted.day());
        if (limit != null) {
            var within = units(Set.of(new Top(limit, Reach.BELOW)), wanted.day());
            units.retainAll(within);
        }
        var whole = !units.isEmpty() && units.size() == tree.getObject().size();
        return new Scope(units, whole ? new Scope.Extent.WholeTree() : stored.extent(units));
    }

    private Set<UnitId> units(Set<Top> tops, LocalDate day) {
        var withAll = tops.stream()
                .filter(top -> top.reach() == Reach.BELOW)
                .map(Top::unit)
                .collect(Collectors.toSet());
        var units = new HashSet<>(tree.getObject().everything(withAll, day));
        if (units.isEmpty()) {
            tops.forEach(top -> units.addAll(reached(top, day)));
        }
        return units;
    }

    private Set<UnitId> reached(Top top, LocalDate day) {
        return top.reach() == Reach.BELOW
                ? tree.getObject().subtree(top.unit(), day)
                : tree.getObject().withPredecessors(top.unit(), day);
    }
}
