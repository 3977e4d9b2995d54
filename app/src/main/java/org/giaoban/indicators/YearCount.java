package org.giaoban.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.giaoban.indicators.CountedRepository.Counted;
import org.giaoban.indicators.CountedRepository.UnitYear;
import org.giaoban.indicators.YearRuns.Side;
import org.giaoban.platform.CopyRows;

/** Adds up units' years from nothing and gives away what is ready, part by part. */
final class YearCount implements YearReader.Listener {

    private static final int PLACES_AT_ONCE = 32;
    private static final int UNITS_AT_ONCE = 1000;

    private final int year;
    private final Ground ground;
    private final Consumer<Part> taker;
    private final YearRuns runs;
    private final Map<Placement, PlaceSteps> open = new HashMap<>();
    private final Differences differences = new Differences();
    private CopyRows counted = CountedRepository.rows();

    /**
     * What is known of a year before it is read.
     *
     * @param places where each unit counts, by its number
     * @param wide units whose totals so many others change that they are kept back to the end
     */
    record Ground(Map<Integer, Placement> places, Set<Integer> wide, Takings takings, List<Short> indicators) {}

    /** What was counted of some units, and what it adds to the totals above them. */
    record Part(CopyRows counted, Differences differences) {}

    YearCount(int year, Ground ground, Consumer<Part> taker) {
        this.year = year;
        this.ground = ground;
        this.taker = taker;
        runs = new YearRuns(year, ground.takings(), ground.indicators());
    }

    @Override
    public void said(UnitYear unit, YearSheets said) {
        var place = ground.places().getOrDefault(unit.unit(), Placement.NOWHERE);
        if (open.size() == PLACES_AT_ONCE && !open.containsKey(place)) {
            close();
        }
        runs.add(
                new Side(said, place, 1), run -> true, open.computeIfAbsent(place, any -> new PlaceSteps(runs.size())));
        CountedRepository.add(counted, unit, new Counted(place, said));
        if (counted.rows() == UNITS_AT_ONCE) {
            give(differences.without(ground.wide()));
        }
    }

    private void close() {
        open.forEach((place, steps) -> differences.add(year, place, steps, runs));
        open.clear();
    }

    private void give(Differences some) {
        taker.accept(new Part(counted, some));
        counted = CountedRepository.rows();
    }

    /** Gives away all that is left. */
    void end() {
        close();
        give(differences);
    }
}
