package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.Headcounts.Stretch;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.indicators.Tree.Speaker;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Decides which units stand so high that their figures are read from totals, and draws their trees without what lies deep below. */
@Component
class Heights implements Memory {

    private static final int MOST = 500;

    /** Four trees of a country, some 60 MB. */
    private static final int MOST_UNITS = 250_000;

    private final Organization organization;
    private final Headcounts headcounts;
    private final Trees trees;
    private final PlanRepository plans;
    private final int smallest;
    private final Cache<Drawing, Tree> drawn =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<Whole, Tree> wholes = Caffeine.newBuilder()
            .maximumWeight(MOST_UNITS)
            .weigher((Whole whole, Tree tree) -> 1 + tree.speakers().size())
            .build();

    /** @param smallest the number of units from which on a tree is read from totals */
    Heights(
            Organization organization,
            Headcounts headcounts,
            Trees trees,
            PlanRepository plans,
            @Value("${giaoban.totals-from:60}") int smallest) {
        this.organization = organization;
        this.headcounts = headcounts;
        this.trees = trees;
        this.plans = plans;
        this.smallest = smallest;
    }

    private record Drawing(Trees.Key key, Stretch stretch, long plans) {}

    /** A whole tree; who ended within the period matters only where the tree changed in it. */
    private record Whole(UnitId root, LocalDate on, Stretch onto, Stretch units, Trees.@Nullable Key exactly) {}

    /** The tree down to its leaves. Large ones are drawn once for all days between two changes. */
    Tree whole(Trees.Key key) {
        if (headcounts.of(key.root(), key.on()).units() < smallest) {
            return trees.of(key);
        }
        var units = headcounts.stretch(key.unitsOn());
        var still = headcounts.stretch(key.since()).equals(units);
        return wholes.get(
                new Whole(key.root(), key.on(), headcounts.stretch(key.on()), units, still ? null : key),
                wanted -> trees.of(key));
    }

    /** Totals are kept by the tree of the period's last day; they also stand for any day on which the tree was the same. */
    boolean readsTotals(Bucket bucket) {
        return Run.of(bucket.period()).isPresent()
                && headcounts.of(bucket.root(), bucket.unitsOn()).units() >= smallest
                && (bucket.treeOn().equals(bucket.unitsOn())
                        || headcounts.stretch(bucket.treeOn()).equals(headcounts.stretch(bucket.unitsOn())));
    }

    /** The unit and its children, and of what lies below only the way to units with plans. */
    Tree tree(Trees.Key key) {
        var drawing = new Drawing(key, headcounts.stretch(key.unitsOn()), plans.number());
        return drawn.get(drawing, wanted -> draw(key));
    }

    private Tree draw(Trees.Key key) {
        var day = key.unitsOn();
        var root = organization.find(key.root(), day).orElse(null);
        if (root == null) {
            return Tree.NONE;
        }
        var heads = new ArrayList<>(List.of(root));
        heads.addAll(organization.children(root.id(), day));
        var units = new LinkedHashSet<>(heads);
        planned(day.getYear()).forEach(unit -> units.addAll(way(unit, root.id(), day)));
        var speakers = new ArrayList<Speaker>();
        units.forEach(unit ->
                speakers.add(Speaker.itself(unit, headcounts.of(unit.id(), day).own())));
        speakers.addAll(trees.ended(key, heads));
        return Tree.ofTotals(List.copyOf(units), speakers, counted(heads, day));
    }

    private Set<UnitId> planned(int year) {
        var planned = new HashSet<>(plans.planned(year));
        planned.addAll(plans.planned(year - 1));
        return planned;
    }

    /** From the child of the root down to the unit; empty when it stands elsewhere. */
    private List<Unit> way(UnitId unit, UnitId root, LocalDate day) {
        var way = new ArrayList<>(organization.ancestors(unit, day));
        organization.find(unit, day).ifPresent(way::add);
        for (var at = 0; at < way.size(); at++) {
            if (way.get(at).id().equals(root)) {
                return way.subList(at + 1, way.size());
            }
        }
        return List.of();
    }

    private Tree.Counted counted(List<Unit> heads, LocalDate day) {
        var sorts = new HashMap<Integer, Map<UnitSort, Integer>>();
        var leaves = new HashSet<>(Set.of(0));
        for (var branch = 1; branch < heads.size(); branch++) {
            var count = headcounts.of(heads.get(branch).id(), day);
            sorts.put(branch, count.sorts());
            if (count.units() == 1) {
                leaves.add(branch);
            }
        }
        var root = headcounts.of(heads.getFirst().id(), day);
        sorts.put(Tree.ALL, root.sorts());
        sorts.put(0, Map.of(root.own(), 1));
        return new Tree.Counted(sorts, leaves);
    }

    @Override
    public void forget() {
        drawn.invalidateAll();
        wholes.invalidateAll();
    }
}
