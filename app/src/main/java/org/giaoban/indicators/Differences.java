package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.giaoban.indicators.CountedRepository.Counted;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.RollUp.Cell;
import org.giaoban.indicators.RollUp.Leaf;
import org.giaoban.indicators.RollUp.Span;
import org.giaoban.indicators.RollUp.Wanted;
import org.giaoban.indicators.StampedMemory.Place;

/**
 * What the totals of a year gain and lose when units' years change: what each unit counts for now, less what it counted for
 * before, in the totals it belongs to now and belonged to before.
 */
final class Differences {

    private final Map<Place, MonthTotal> totals = new HashMap<>();
    private final Map<Integer, Owner> owners = new HashMap<>();

    /** A unit's year before and now. */
    record Change(Counted before, Counted now) {

        private Placement.Stay place(boolean later, int month) {
            return (later ? now : before).place().in(month);
        }

        private YearSheets said(boolean later) {
            return (later ? now : before).said();
        }

        private boolean touches(Run run, List<Span> spans, Set<Integer> changed) {
            return !place(false, run.to()).equals(place(true, run.to()))
                    || spans.stream().anyMatch(span -> changed.contains(span.period()));
        }

        private boolean somewhere() {
            return java.util.stream.IntStream.rangeClosed(1, Run.MONTHS)
                    .anyMatch(month -> !place(false, month).above().isEmpty()
                            || !place(true, month).above().isEmpty());
        }
    }

    /** What counts in a run: the unit's year before, or now. */
    private record Side(Change change, boolean later) {}

    void add(int year, Collection<Change> changes, Takings takings) {
        var somewhere = changes.stream().filter(Change::somewhere).toList();
        var indicators = new TreeSet<Short>();
        for (var change : somewhere) {
            addIndicators(indicators, change.before().said());
            addIndicators(indicators, change.now().said());
        }
        takings.runs(Run.ALL, indicators).forEach((wanted, runs) -> add(year, somewhere, wanted, runs));
    }

    private static void addIndicators(Set<Short> indicators, YearSheets said) {
        for (var stamped : said.byPeriod().values()) {
            for (var at = 0; at < stamped.sheet().size(); at++) {
                indicators.add(stamped.sheet().indicator(at));
            }
        }
    }

    private void add(int year, List<Change> changes, List<Wanted> wanted, List<Run> runs) {
        var spans = new ArrayList<List<Span>>();
        for (var bucket = 0; bucket < runs.size(); bucket++) {
            spans.add(StoredPeriods.of(bucket, runs.get(bucket).in(year)));
        }
        var rollUp = new RollUp(spans.stream().flatMap(List::stream).toList(), wanted);
        var sides = new ArrayList<Side>();
        var leaves = new ArrayList<Leaf>();
        for (var change : changes) {
            var changed = change.before().said().changedTo(change.now().said());
            for (var later : List.of(false, true)) {
                for (var bucket = 0; bucket < runs.size(); bucket++) {
                    var stay = change.place(later, runs.get(bucket).to());
                    if (!stay.above().isEmpty() && change.touches(runs.get(bucket), spans.get(bucket), changed)) {
                        var until = stay.until(runs.get(bucket).from());
                        leaves.add(new Leaf(bucket, sides.size(), (short) 0, sides.size(), null, until));
                    }
                }
                sides.add(new Side(change, later));
            }
        }
        rollUp.add(
                        leaves,
                        (side, period) -> sides.get(side)
                                .change()
                                .said(sides.get(side).later())
                                .sheet(period))
                .forEach(cell -> add(year, cell, sides.get(cell.branch()), runs.get(cell.bucket())));
    }

    private void add(int year, Cell cell, Side side, Run run) {
        var sign = side.later() ? 1 : -1;
        for (var above : side.change().place(side.later(), run.to()).above()) {
            owners.put(above.owner().number(), above.owner());
            step(above, year, run.to(), cell, run).add(cell.tally(), sign, above.share(), above.times());
            if (run.grows() && run.to() < Run.MONTHS) {
                step(above, year, run.to() + 1, cell, run).add(cell.tally(), -sign, above.share(), above.times());
            }
        }
    }

    private Step step(Placement.Above above, int year, int month, Cell cell, Run run) {
        return totals.computeIfAbsent(new Place(above.owner().number(), year * 100 + month), place -> new MonthTotal())
                .at(cell.indicator(), run.from());
    }

    /** The totals that really change. */
    Map<Place, MonthTotal> totals() {
        totals.values().removeIf(total -> total.tidy().empty());
        return totals;
    }

    Map<Integer, Owner> owners() {
        return owners;
    }
}
