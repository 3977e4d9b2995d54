package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.giaoban.indicators.Placement.Stay;
import org.giaoban.indicators.RollUp.Leaf;
import org.giaoban.indicators.RollUp.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a unit's year counts for in every run of months, as {@link RollUp} would say of each alone. Runs since January
 * grow from one to the next, so that a sheet is read a few times and not once for every run it belongs to.
 */
final class YearRuns {

    private static final int EXACT = 0;
    private static final int GRAINS = 3;

    private final List<List<Span>> spans = new ArrayList<>();
    private final short[] indicators;
    private final int[] positions;
    private final boolean[][] takesLast;
    private final UnitSum[][] sums;
    private final boolean[] known;
    private final int[] met;
    private int allMet;

    YearRuns(int year, Takings takings, Collection<Short> wanted) {
        for (var run : Run.ALL) {
            spans.add(StoredPeriods.of(0, run.in(year)));
        }
        indicators = new short[wanted.size()];
        positions = new int[1 + wanted.stream().mapToInt(Short::intValue).max().orElse(0)];
        Arrays.fill(positions, -1);
        takesLast = new boolean[1 + Run.MONTHS][indicators.length];
        sums = new UnitSum[GRAINS][indicators.length];
        known = new boolean[indicators.length];
        met = new int[indicators.length];
        var position = 0;
        for (var indicator : wanted) {
            add(indicator, position++, takings);
        }
    }

    private void add(short indicator, int position, Takings takings) {
        indicators[position] = indicator;
        positions[indicator] = position;
        for (var month = 1; month <= Run.MONTHS; month++) {
            takesLast[month][position] = takings.last(indicator, month);
        }
        for (var grain = 0; grain < GRAINS; grain++) {
            sums[grain][position] = new UnitSum();
        }
    }

    /** What a unit said, where it counts, and whether it is added or taken away. */
    record Side(YearSheets said, Placement place, int sign) {}

    int size() {
        return indicators.length;
    }

    short indicator(int position) {
        return indicators[position];
    }

    /** Whether a run rests on one of these stored periods. */
    boolean restsOn(int run, Set<Integer> periods) {
        for (var span : spans.get(run)) {
            if (periods.contains(span.period())) {
                return true;
            }
        }
        return false;
    }

    /** Adds up the runs asked for. */
    void add(Side side, IntPredicate asked, PlaceSteps into) {
        clear();
        var done = new int[GRAINS];
        for (var run = 0; run < Run.ALL.size(); run++) {
            var stay = side.place().in(Run.ALL.get(run).to());
            var tell = !stay.above().isEmpty() && asked.test(run);
            if (Run.ALL.get(run).grows()) {
                read(run, side.said(), stay, done);
            } else if (tell) {
                clear();
                read(run, side.said(), stay, new int[GRAINS]);
            }
            if (tell) {
                tell(run, stay, side.sign(), into);
            }
        }
    }

    /** Reads the stored periods of a run beyond those that are read already. */
    private void read(int run, YearSheets said, Stay stay, int[] done) {
        for (var at = 0; at < allMet; at++) {
            sums[EXACT][met[at]].clear();
        }
        var until = stay.until(Run.ALL.get(run).from());
        var last = done.clone();
        for (var span : spans.get(run)) {
            if (span.grain() == EXACT || span.place() > last[span.grain()]) {
                var sheet = span.place() > until ? null : said.sheet(span.period());
                if (sheet != null) {
                    read(sheet, span);
                }
                done[span.grain()] = Math.max(done[span.grain()], span.place());
            }
        }
    }

    private void read(Sheet sheet, Span span) {
        for (var at = 0; at < sheet.size(); at++) {
            var indicator = sheet.indicator(at);
            var position = indicator < positions.length ? positions[indicator] : -1;
            if (position >= 0) {
                if (!known[position]) {
                    known[position] = true;
                    met[allMet++] = position;
                }
                sums[span.grain()][position].add(sheet, at, span.place());
            }
        }
    }

    private void clear() {
        for (var at = 0; at < allMet; at++) {
            known[met[at]] = false;
            for (var grain : sums) {
                grain[met[at]].clear();
            }
        }
        allMet = 0;
    }

    private void tell(int number, Stay stay, int sign, PlaceSteps into) {
        var run = Run.ALL.get(number);
        var ended = stay.spokeUntil() < Leaf.THROUGHOUT;
        for (var at = 0; at < allMet; at++) {
            var position = met[at];
            var last = takesLast[run.to()][position];
            var counts = ended && last ? null : counting(position);
            if (counts != null) {
                var months = ended ? 0 : run.to() - run.from() + 1;
                into.at(number, position).add(counts, last, months, version(position), sign);
            }
        }
    }

    /** The finest grain in which the unit said anything; nothing but "not reported" counts only when there is no other. */
    private @Nullable UnitSum counting(int position) {
        UnitSum silent = null;
        for (var grain : sums) {
            var sum = grain[position];
            if (sum.saidUntil() > 0) {
                return sum;
            }
            if (silent == null && sum.any()) {
                silent = sum;
            }
        }
        return silent;
    }

    private long version(int position) {
        return sums[0][position].version() + sums[1][position].version() + sums[2][position].version();
    }
}
