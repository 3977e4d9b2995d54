package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.PackedYears.Asked;
import org.giaoban.indicators.RollUp.Cell;
import org.giaoban.indicators.RollUp.Leaf;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.indicators.RollUp.Wanted;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.indicators.YearReader.Cells;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Adds up what no total holds for trees of thousands of units: from the packed years of the counting, read as they lie, by
 * two at a time. Like the totals it is a moment behind the units.
 */
@Component
class PackedWalk {

    private static final int YEAR = 100;

    private final PackedYears years;
    private final TotalRepository totals;
    private final SheetRepository sheets;
    private final OwnerRepository owners;
    private final Organization organization;
    private final Actor actor;
    private final int smallest;

    /** @param smallest the number of units from which on a tree is added up in this way */
    PackedWalk(
            PackedYears years,
            TotalRepository totals,
            SheetRepository sheets,
            OwnerRepository owners,
            Organization organization,
            Actor actor,
            @Value("${giaoban.packed-from:2000}") int smallest) {
        this.years = years;
        this.totals = totals;
        this.sheets = sheets;
        this.owners = owners;
        this.organization = organization;
        this.actor = actor;
        this.smallest = smallest;
    }

    boolean takes(Tree tree) {
        return !tree.fromTotals() && tree.speakers().size() >= smallest;
    }

    /** Changes with everything that was counted of the buckets' units: each value raises a total at the top. */
    Set<Stamped> state(Collection<Bucket> buckets) {
        var stamps = new HashSet<Stamped>();
        for (var bucket : buckets) {
            var months = bucket.period().months();
            var roots = new HashSet<>(organization.roots(bucket.unitsOn()));
            months.forEach(month -> roots.addAll(organization.roots(month.lastDay())));
            var known = owners.of(roots).values();
            stamps.addAll(totals.stamps(
                    known,
                    months.stream()
                            .map(month -> month.year() * YEAR + month.ordinal())
                            .toList()));
            // A unit that stands alone is in no total.
            stamps.addAll(sheets.stamps(
                    known,
                    StoredPeriods.of(0, bucket.period()).stream()
                            .map(Span::period)
                            .toList()));
        }
        return stamps;
    }

    /** The sums of these leaves. */
    List<Cell> added(List<Leaf> leaves, List<Span> spans, List<Wanted> wanted) {
        if (leaves.isEmpty()) {
            return List.of();
        }
        var byUnit = new HashMap<Integer, List<Leaf>>();
        leaves.forEach(leaf ->
                byUnit.computeIfAbsent(leaf.unit(), unit -> new ArrayList<>(2)).add(leaf));
        var asked = asked(leaves, spans, wanted);
        var shares = shares(leaves);
        try (var pool = Executors.newFixedThreadPool(shares.size())) {
            var found = shares.stream()
                    .map(cells -> CompletableFuture.supplyAsync(
                            () -> read(asked, cells, new Chunks(new RollUp(spans, wanted), byUnit)), pool))
                    .toList();
            return found.stream().flatMap(one -> one.join().stream()).collect(Collectors.toCollection(ArrayList::new));
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static Asked asked(List<Leaf> leaves, List<Span> spans, List<Wanted> wanted) {
        var buckets = leaves.stream().map(Leaf::bucket).collect(Collectors.toSet());
        var periods = spans.stream()
                .filter(span -> buckets.contains(span.bucket()))
                .map(Span::period)
                .collect(Collectors.toCollection(TreeSet::new));
        var indicators = new BitSet();
        wanted.forEach(one -> indicators.set(one.id()));
        var units = leaves.stream().map(Leaf::unit).collect(Collectors.toSet());
        return new Asked(periods, indicators, units);
    }

    /** Two halves of the cells, with about as many leaves in each. */
    private static List<Cells> shares(List<Leaf> leaves) {
        var cells = leaves.stream().mapToInt(Leaf::cell).sorted().toArray();
        var middle = cells[cells.length / 2];
        return cells[0] == middle
                ? List.of(new Cells(middle, cells[cells.length - 1]))
                : List.of(new Cells(cells[0], middle - 1), new Cells(middle, cells[cells.length - 1]));
    }

    private List<Cell> read(Asked asked, Cells cells, Chunks chunks) {
        actor.asSystem(() -> years.read(asked, cells, chunks::add));
        return chunks.end();
    }

    /** Adds up some units at a time, so that their sheets do not have to be in memory together. */
    private static final class Chunks {

        private static final int UNITS = 1000;

        private final RollUp rollUp;
        private final Map<Integer, List<Leaf>> leaves;
        private final Map<Integer, Map<Integer, Sheet>> said = new HashMap<>();
        private final List<Cell> cells = new ArrayList<>();

        private Chunks(RollUp rollUp, Map<Integer, List<Leaf>> leaves) {
            this.rollUp = rollUp;
            this.leaves = leaves;
        }

        private void add(Owner unit, Map<Integer, Sheet> sheets) {
            if (said.size() == UNITS && !said.containsKey(unit.number())) {
                close();
            }
            said.computeIfAbsent(unit.number(), number -> new HashMap<>()).putAll(sheets);
        }

        private void close() {
            var some = new ArrayList<Leaf>();
            said.keySet().forEach(unit -> some.addAll(leaves.getOrDefault(unit, List.of())));
            cells.addAll(rollUp.add(
                    some, (unit, period) -> said.getOrDefault(unit, Map.of()).get(period)));
            said.clear();
        }

        private List<Cell> end() {
            close();
            return cells;
        }
    }
}
