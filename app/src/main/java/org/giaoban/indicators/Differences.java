package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.giaoban.indicators.CountedRepository.Counted;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.YearRuns.Side;

/**
 * What the totals of a year gain and lose when units' years change: what each unit counts for now, less what it counted for
 * before, in the totals it belongs to now and belonged to before.
 */
final class Differences {

    private final Map<Place, MonthTotal> totals = new HashMap<>();
    private final Map<Integer, Owner> owners = new HashMap<>();

    /** A unit's year before and now. */
    record Change(Counted before, Counted now) {

        /** The runs whose totals may differ. */
        private IntPredicate touched(YearRuns runs) {
            var changed = before.said().changedTo(now.said());
            return run -> runs.restsOn(run, changed) || moved(Run.ALL.get(run).to());
        }

        private boolean moved(int month) {
            return !before.place().in(month).equals(now.place().in(month));
        }

        private boolean somewhere() {
            return IntStream.rangeClosed(1, Run.MONTHS)
                    .anyMatch(month -> !before.place().in(month).above().isEmpty()
                            || !now.place().in(month).above().isEmpty());
        }
    }

    void add(int year, Collection<Change> changes, Takings takings) {
        var somewhere = changes.stream().filter(Change::somewhere).toList();
        var indicators = new BitSet();
        for (var change : somewhere) {
            addIndicators(indicators, change.before().said());
            addIndicators(indicators, change.now().said());
        }
        var runs = new YearRuns(
                year,
                takings,
                indicators.stream().mapToObj(each -> (short) each).toList());
        var places = new HashMap<Placement, PlaceSteps>();
        for (var change : somewhere) {
            var touched = change.touched(runs);
            add(runs, new Side(change.before().said(), change.before().place(), -1), touched, places);
            add(runs, new Side(change.now().said(), change.now().place(), 1), touched, places);
        }
        places.forEach((place, steps) -> add(year, place, steps, runs));
    }

    private static void addIndicators(BitSet indicators, YearSheets said) {
        for (var stamped : said.byPeriod().values()) {
            for (var at = 0; at < stamped.sheet().size(); at++) {
                indicators.set(stamped.sheet().indicator(at));
            }
        }
    }

    private static void add(YearRuns runs, Side side, IntPredicate touched, Map<Placement, PlaceSteps> places) {
        if (!side.said().byPeriod().isEmpty()) {
            runs.add(side, touched, places.computeIfAbsent(side.place(), place -> new PlaceSteps(runs.size())));
        }
    }

    /** Adds what the units of one place count for to the totals above it. */
    void add(int year, Placement place, PlaceSteps steps, YearRuns runs) {
        for (var number = 0; number < Run.ALL.size(); number++) {
            var run = Run.ALL.get(number);
            if (!steps.has(number)) {
                continue;
            }
            for (var above : place.in(run.to()).above()) {
                owners.put(above.owner().number(), above.owner());
                add(steps, new Reach(number, above.share(), above.times()), total(above, year, run.to()), runs);
                if (run.grows() && run.to() < Run.MONTHS) {
                    var less = new Reach(number, above.share().negate(), -above.times());
                    add(steps, less, total(above, year, run.to() + 1), runs);
                }
            }
        }
    }

    /** What of a run counts in a total. */
    private record Reach(int run, BigDecimal share, int times) {}

    private static void add(PlaceSteps steps, Reach reach, MonthTotal total, YearRuns runs) {
        var from = Run.ALL.get(reach.run()).from();
        for (var position = 0; position < runs.size(); position++) {
            var step = steps.find(reach.run(), position);
            if (step != null) {
                total.at(runs.indicator(position), from).add(step, reach.share(), reach.times());
            }
        }
    }

    private MonthTotal total(Placement.Above above, int year, int month) {
        return totals.computeIfAbsent(new Place(above.owner().number(), year * 100 + month), place -> new MonthTotal());
    }

    /** The totals that really change. */
    Map<Place, MonthTotal> totals() {
        totals.values().removeIf(total -> total.tidy().empty());
        return totals;
    }

    Map<Integer, Owner> owners() {
        return owners;
    }

    /** Takes out the totals of all units but these. */
    Differences without(Set<Integer> kept) {
        var taken = new Differences();
        taken.owners.putAll(owners);
        totals.forEach((place, total) -> {
            if (!kept.contains(place.unit())) {
                taken.totals.put(place, total);
            }
        });
        totals.keySet().removeAll(taken.totals.keySet());
        return taken;
    }

    int size() {
        return totals.size();
    }
}
