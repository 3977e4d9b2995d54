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
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Reads figures of high units and of their children from the totals kept by month. */
@Component
class Totals {

    private static final int YEAR = 100;

    private final TotalRepository repository;
    private final Covers covers;

    Totals(TotalRepository repository, Covers covers) {
        this.repository = repository;
        this.covers = covers;
    }

    /** The places of a tree whose units are added up one by one. */
    List<Tree.Place> left(Bucket bucket, Tree tree) {
        return covers.of(bucket, tree).left();
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

    /** Where the figures of these buckets are read, as far as they are not added up from the leaves. */
    List<Source> sources(List<Bucket> buckets, List<Tree> trees, Map<UnitId, Owner> known) {
        var sources = new ArrayList<Source>();
        for (var number = 0; number < buckets.size(); number++) {
            var tree = trees.get(number);
            if (tree.fromTotals()) {
                addBranches(sources, number, buckets.get(number).period(), tree, known);
            } else {
                addParts(sources, number, buckets.get(number), tree, known);
            }
        }
        return sources;
    }

    private static void addBranches(
            List<Source> sources, int number, Period period, Tree tree, Map<UnitId, Owner> known) {
        var run = Run.of(period).orElseThrow();
        for (var branch = 0; branch < tree.branches().size(); branch++) {
            var owner = known.get(tree.branches().get(branch).id());
            if (owner != null && (branch == 0 || !tree.addsLeaves(branch))) {
                sources.add(new Source(number, branch == 0 ? Tree.ALL : branch, owner, period.year(), run));
            }
        }
    }

    private void addParts(List<Source> sources, int number, Bucket bucket, Tree tree, Map<UnitId, Owner> known) {
        for (var part : covers.of(bucket, tree).parts()) {
            var owner = known.get(part.unit());
            if (owner != null) {
                var run = Run.of(bucket.period()).orElseThrow();
                sources.add(
                        new Source(number, part.branch(), owner, bucket.period().year(), run));
            }
        }
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
