package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many units of which sort stand in every tree; counted once for all days between two changes. */
@Component
class Headcounts implements Memory {

    private static final int MOST = 40;
    private static final Count NOBODY = new Count(0, new UnitSort("", Set.of(), true), Map.of());

    private final Organization organization;
    private final Cache<Stretch, Map<UnitId, Count>> counted =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private volatile Turns turns = new Turns(new Object(), new TreeSet<>());

    Headcounts(Organization organization) {
        this.organization = organization;
    }

    /** The unit and all below it: how many there are, the unit's own sort, and how many there are of each. */
    record Count(int units, UnitSort own, Map<UnitSort, Integer> sorts) {}

    /** The days from one change of the tree to the next. */
    record Stretch(Object tree, @Nullable LocalDate since) {}

    private record Turns(Object tree, TreeSet<LocalDate> days) {}

    /** Equal for days on which the tree was the same. */
    Stretch stretch(LocalDate day) {
        var state = organization.state();
        var known = turns;
        if (!known.tree().equals(state)) {
            known = new Turns(state, new TreeSet<>(organization.turningDays()));
            turns = known;
        }
        return new Stretch(state, known.days().floor(day));
    }

    Count of(UnitId unit, LocalDate day) {
        return counted.get(stretch(day), stretch -> new Counting().count(organization.units(day)))
                .getOrDefault(unit, NOBODY);
    }

    /** Goes from the leaves up. What is equal is kept once: most units of a country are like others. */
    private static final class Counting {

        private final Map<UnitId, Set<String>> below = new HashMap<>();
        private final Map<UnitId, Map<UnitSort, Integer>> open = new HashMap<>();
        private final Map<Object, Object> known = new HashMap<>();
        private final Map<UnitId, Count> counts = new HashMap<>();

        private Map<UnitId, Count> count(List<Unit> parentsFirst) {
            parentsFirst.reversed().forEach(this::add);
            return counts;
        }

        private void add(Unit unit) {
            var parent = unit.parent();
            var kinds = below.remove(unit.id());
            var own =
                    once(new UnitSort(unit.kind(), kinds == null ? Set.of() : once(Set.copyOf(kinds)), parent == null));
            var found = open.remove(unit.id());
            var sorts = found == null ? new HashMap<UnitSort, Integer>() : found;
            sorts.merge(own, 1, Integer::sum);
            var all = once(Map.copyOf(sorts));
            var units = all.values().stream().mapToInt(Integer::intValue).sum();
            counts.put(unit.id(), once(new Count(units, own, all)));
            if (parent != null) {
                var above = below.computeIfAbsent(parent, id -> new HashSet<>());
                above.add(unit.kind());
                above.addAll(own.below());
                var theirs = open.computeIfAbsent(parent, id -> new HashMap<>());
                all.forEach((sort, many) -> theirs.merge(sort, many, Integer::sum));
            }
        }

        @SuppressWarnings("unchecked")
        private <T> T once(T value) {
            return (T) known.computeIfAbsent(value, key -> value);
        }
    }

    @Override
    public void forget() {
        counted.invalidateAll();
        turns = new Turns(new Object(), new TreeSet<>());
    }
}
