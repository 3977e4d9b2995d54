package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds sheets up: for each unit over the stored periods that belong to a period asked for, then over the units of each
 * branch. Knows nothing of where sheets come from.
 */
final class RollUp {

    private static final int GRAINS = 4;

    /**
     * Where a unit counts in one of the periods asked for, and with what weight; none for all of it.
     *
     * @param until the place of the last month it spoke for. Of a unit that ended before the period did, only what is
     *     added up over time counts: what it had last has passed to its heirs, and so has the duty to report.
     */
    record Leaf(
            int bucket,
            int unit,
            short cell,
            int branch,
            @Nullable Weight weight,
            int until) {

        static final int THROUGHOUT = Integer.MAX_VALUE;

        private boolean ended() {
            return until < THROUGHOUT;
        }
    }

    /**
     * A part of a unit, because the rest of it belongs elsewhere.
     *
     * @param counted whether the unit itself is counted here
     * @param mark says that what comes of it is an estimate: here, or also in the whole tree
     */
    record Weight(BigDecimal share, boolean counted, int mark) {

        /** None where all of the unit is in one branch; {@code here} is its share in the whole tree. */
        static @Nullable Weight of(BigDecimal share, BigDecimal here, boolean counted) {
            if (share.compareTo(BigDecimal.ONE) == 0) {
                return null;
            }
            return new Weight(share, counted, here.compareTo(BigDecimal.ONE) == 0 ? Tally.DIVIDED : Tally.PART);
        }
    }

    /**
     * A stored period that belongs to one of the periods asked for. Grain: what a unit said for exactly the period asked
     * (0) goes before its months (1), those before its quarters (2), and those before its years (3). Place: that of its
     * last month within the period asked, which has {@code last} of them.
     */
    record Span(int bucket, int period, int grain, int place, int last) {}

    /** An indicator asked for. */
    record Wanted(short id, boolean takesLast) {}

    /** What came together under one branch; branch 0 is the root itself. */
    record Cell(int bucket, int branch, short indicator, Tally tally) {}

    /** Gives what a unit said for a stored period. */
    interface Sheets {
        @Nullable
        Sheet of(int unit, int period);
    }

    private record Branch(int bucket, int number) {}

    private final Map<Integer, List<Span>> spans = new HashMap<>();
    private final Wanted[] wanted;
    private final int[] positions;
    private final UnitSum[][] said;

    RollUp(List<Span> spans, List<Wanted> wanted) {
        for (var span : spans) {
            this.spans
                    .computeIfAbsent(span.bucket(), bucket -> new ArrayList<>())
                    .add(span);
        }
        this.wanted = wanted.toArray(Wanted[]::new);
        positions = new int[1 + wanted.stream().mapToInt(Wanted::id).max().orElse(0)];
        Arrays.fill(positions, -1);
        said = new UnitSum[GRAINS][this.wanted.length];
        for (var position = 0; position < this.wanted.length; position++) {
            positions[this.wanted[position].id()] = position;
            for (var grain = 0; grain < GRAINS; grain++) {
                said[grain][position] = new UnitSum();
            }
        }
    }

    List<Cell> add(List<Leaf> leaves, Sheets sheets) {
        var sums = new LinkedHashMap<Branch, @Nullable BranchSum[]>();
        for (var leaf : leaves) {
            var months = spans.getOrDefault(leaf.bucket(), List.of());
            if (read(leaf, months, sheets)) {
                var branch = sums.computeIfAbsent(
                        new Branch(leaf.bucket(), leaf.branch()), key -> new @Nullable BranchSum[wanted.length]);
                addTo(branch, months.getFirst().last(), leaf);
            }
        }
        var cells = new ArrayList<Cell>();
        sums.forEach((branch, found) -> addCells(cells, branch, found));
        return cells;
    }

    /** Takes down what one unit said, grain by grain; false when it said nothing. */
    private boolean read(Leaf leaf, List<Span> months, Sheets sheets) {
        var any = false;
        for (var grain : said) {
            for (var sum : grain) {
                sum.clear();
            }
        }
        for (var span : months) {
            var sheet = span.place() > leaf.until() ? null : sheets.of(leaf.unit(), span.period());
            if (sheet != null) {
                read(sheet, span);
                any = true;
            }
        }
        return any;
    }

    private void read(Sheet sheet, Span span) {
        var grain = said[span.grain()];
        for (var at = 0; at < sheet.size(); at++) {
            var indicator = sheet.indicator(at);
            var position = indicator < positions.length ? positions[indicator] : -1;
            if (position >= 0) {
                grain[position].add(sheet, at, span.place());
            }
        }
    }

    private void addTo(@Nullable BranchSum[] branch, int last, Leaf leaf) {
        var weight = leaf.weight();
        for (var position = 0; position < wanted.length; position++) {
            var counts = leaf.ended() && wanted[position].takesLast() ? null : counting(position);
            if (counts != null) {
                var sum = branch[position];
                if (sum == null) {
                    sum = new BranchSum();
                    branch[position] = sum;
                }
                sum.add(counts, wanted[position].takesLast(), weight);
                if (!leaf.ended() && (weight == null || weight.counted())) {
                    sum.count(counts, last);
                }
                for (var grain : said) {
                    sum.addVersion(grain[position]);
                }
            }
        }
    }

    /** The finest grain in which the unit said anything; nothing but "not reported" counts only when there is no other. */
    private @Nullable UnitSum counting(int position) {
        UnitSum silent = null;
        for (var grain : said) {
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

    private void addCells(List<Cell> cells, Branch branch, @Nullable BranchSum[] found) {
        for (var position = 0; position < found.length; position++) {
            var sum = found[position];
            if (sum != null) {
                cells.add(new Cell(branch.bucket(), branch.number(), wanted[position].id(), sum.tally()));
            }
        }
    }

    static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.add(other);
    }
}
