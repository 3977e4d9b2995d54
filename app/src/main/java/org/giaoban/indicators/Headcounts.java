package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many units stand in every tree, and how many of them report; counted once for all days between two changes. */
@Component
class Headcounts implements Memory {

    private static final int MOST = 40;

    private final Organization organization;
    private final Cache<Stretch, Map<UnitId, Count>> counted =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private volatile Turns turns = new Turns(new Object(), new TreeSet<>());

    Headcounts(Organization organization) {
        this.organization = organization;
    }

    /** The unit and all below it. */
    record Count(int units, int reporters) {

        private Count plus(Count other) {
            return new Count(units + other.units, reporters + other.reporters);
        }
    }

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
        return counted.get(stretch(day), stretch -> count(day)).getOrDefault(unit, new Count(0, 0));
    }

    private Map<UnitId, Count> count(LocalDate day) {
        Map<String, Integer> reports = new HashMap<>();
        Map<UnitId, Count> counts = new HashMap<>();
        List.copyOf(organization.units(day)).reversed().forEach(unit -> {
            var one = new Count(
                    1,
                    reports.computeIfAbsent(
                            unit.kind(), kind -> organization.kind(kind).reports() ? 1 : 0));
            var all = counts.merge(unit.id(), one, Count::plus);
            var parent = unit.parent();
            if (parent != null) {
                counts.merge(parent, all, Count::plus);
            }
        });
        return counts;
    }

    @Override
    public void forget() {
        counted.invalidateAll();
        turns = new Turns(new Object(), new TreeSet<>());
    }
}
