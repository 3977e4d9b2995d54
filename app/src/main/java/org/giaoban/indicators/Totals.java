package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.RollUp.Cell;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Reads figures of high units and of their children from the totals kept by month. */
@Component
class Totals {

    private static final int YEAR = 100;

    private final TotalRepository repository;

    Totals(TotalRepository repository) {
        this.repository = repository;
    }

    /** The total of a unit in a bucket, for a branch of its tree or for all of it. */
    record Source(int bucket, int branch, Owner owner, int year, Run run) {

        /** The months that hold it. */
        private List<Integer> months() {
            return IntStream.rangeClosed(run.grows() ? 1 : run.to(), run.to())
                    .mapToObj(month -> year * YEAR + month)
                    .toList();
        }
    }

    /** Where the figures of these buckets are read; none for buckets whose trees are added up from the leaves. */
    List<Source> sources(List<Bucket> buckets, List<Tree> trees, Map<UnitId, Owner> known) {
        var sources = new ArrayList<Source>();
        for (var number = 0; number < buckets.size(); number++) {
            var tree = trees.get(number);
            if (tree.fromTotals()) {
                var period = buckets.get(number).period();
                var run = Run.of(period).orElseThrow();
                for (var branch = 0; branch < tree.branches().size(); branch++) {
                    var owner = known.get(tree.branches().get(branch).id());
                    if (owner != null && (branch == 0 || !tree.addsLeaves(branch))) {
                        sources.add(new Source(number, branch == 0 ? Tree.ALL : branch, owner, period.year(), run));
                    }
                }
            }
        }
        return sources;
    }

    Set<Stamped> stamps(List<Source> sources) {
        var stamps = new HashSet<Stamped>();
        var byMonths = new HashMap<Integer, Set<Owner>>();
        sources.forEach(source ->
                byMonths.computeIfAbsent(source.year(), year -> new HashSet<>()).add(source.owner()));
        byMonths.forEach((year, owners) -> stamps.addAll(repository.stamps(
                owners,
                sources.stream()
                        .filter(source -> source.year() == year)
                        .flatMap(source -> source.months().stream())
                        .distinct()
                        .toList())));
        return stamps;
    }

    List<Cell> cells(List<Source> sources, Set<Stamped> stamps, Collection<Indicator> indicators) {
        var owners = new HashSet<>(sources.stream().map(Source::owner).toList());
        var totals = repository.of(owners, stamps);
        var cells = new ArrayList<Cell>();
        for (var source : sources) {
            var months = new ArrayList<MonthTotal>();
            for (var month : source.months()) {
                var total = totals.get(new Place(source.owner().number(), month));
                if (total != null) {
                    months.add(total);
                }
            }
            indicators.forEach(indicator -> addCell(cells, source, months, indicator.id()));
        }
        return cells;
    }

    private static void addCell(List<Cell> cells, Source source, List<MonthTotal> months, short indicator) {
        var sum = new Step();
        for (var month : months) {
            var step = month.find(indicator, source.run().from());
            if (step != null) {
                sum.add(step);
            }
        }
        if (!sum.nothing()) {
            cells.add(new Cell(source.bucket(), source.branch(), indicator, sum.tally()));
        }
    }
}
