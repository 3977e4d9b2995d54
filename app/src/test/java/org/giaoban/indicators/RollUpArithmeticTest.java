package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.giaoban.indicators.Tally.Heads;
import org.giaoban.indicators.Tally.Sums;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Qualifier;
import org.junit.jupiter.api.Test;

/** The arithmetic without a database, on many random inputs. */
class RollUpArithmeticTest {

    private static final Indicator SESSIONS = indicator(Indicator.Type.FLOW, Indicator.OverTime.SUM);
    private static final Indicator RATE = indicator(Indicator.Type.PERCENT, Indicator.OverTime.RECOMPUTE);

    private final Random random = seeded();

    @Test
    void unitsMayBeAddedInAnyOrderAndGrouping() {
        for (var round = 0; round < 500; round++) {
            var tallies = new ArrayList<Tally>();
            for (var unit = 0; unit < 1 + random.nextInt(30); unit++) {
                tallies.add(one(amount(), amount().abs().add(BigDecimal.ONE)));
            }
            var straight = tallies.stream().reduce(Tally.NOTHING, Tally::plus);
            Collections.shuffle(tallies, random);
            var cut = random.nextInt(tallies.size() + 1);
            var grouped = tallies.subList(0, cut).stream()
                    .reduce(Tally.NOTHING, Tally::plus)
                    .plus(tallies.subList(cut, tallies.size()).stream().reduce(Tally.NOTHING, Tally::plus));

            assertThat(grouped.figure(SESSIONS, 0)).isEqualTo(straight.figure(SESSIONS, 0));
            assertThat(grouped.figure(RATE, 0)).isEqualTo(straight.figure(RATE, 0));
        }
    }

    @Test
    void aRateLiesBetweenTheLowestAndTheHighestOfItsUnits() {
        for (var round = 0; round < 500; round++) {
            var all = Tally.NOTHING;
            BigDecimal low = null;
            BigDecimal high = null;
            for (var unit = 0; unit < 2 + random.nextInt(20); unit++) {
                var whole = 1 + random.nextInt(5000);
                var part = random.nextInt(whole + 1);
                var tally = one(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
                var own = tally.figure(RATE, 0).amount().orElseThrow();
                low = low == null ? own : low.min(own);
                high = high == null ? own : high.max(own);
                all = all.plus(tally);
            }
            assertThat(all.figure(RATE, 0).amount().orElseThrow()).isBetween(low, high);
        }
    }

    @Test
    void noRoundingHoweverManyTenthsAreAdded() {
        var all = Tally.NOTHING;
        for (var unit = 0; unit < 10_000; unit++) {
            all = all.plus(one(new BigDecimal("0.1"), BigDecimal.ONE));
        }
        assertThat(all.figure(SESSIONS, 0).amount().orElseThrow()).isEqualByComparingTo("1000");
    }

    @Test
    void silenceIsNotNoughtAndExactnessIsNotInvented() {
        var none = new Tally(new Sums(null, null, null, null), new Heads(0, 0, 1, 0, 0, 0), 0, 1);

        assertThat(Tally.NOTHING.figure(SESSIONS, 0)).isEqualTo(Figure.missing(Absence.NOT_REPORTED));
        assertThat(none.figure(SESSIONS, 2)).isEqualTo(Figure.missing(Absence.NOT_REPORTED));
        assertThat(none.plus(none).figure(SESSIONS, 2)).isEqualTo(Figure.missing(Absence.NONE));
        assertThat(none.plus(one(BigDecimal.ZERO, BigDecimal.ONE)).figure(SESSIONS, 2))
                .isEqualTo(Figure.of(0));
        assertThat(qualified(1).plus(qualified(0)).figure(SESSIONS, 2))
                .isEqualTo(Figure.of(2).qualified(Qualifier.OVER));
        assertThat(qualified(1).plus(qualified(2)).figure(SESSIONS, 2))
                .isEqualTo(Figure.of(2).qualified(Qualifier.ABOUT));
    }

    @Test
    void thePaceOfTheTwelveMonthsMakesTheYear() {
        for (var round = 0; round < 200; round++) {
            var phasing = new Phasing(shares());
            var year = amount().abs();
            var sum = BigDecimal.ZERO;
            for (var month = 1; month <= 12; month++) {
                sum = sum.add(phasing.due(year, SESSIONS, Period.month(2018, month)));
                assertThat(phasing.due(year, SESSIONS, Period.month(2018, month).yearToDate()))
                        .isEqualByComparingTo(sum);
            }
            assertThat(sum).isEqualByComparingTo(year);
        }
    }

    @Test
    void aLevelIsDueAsFarAsItWasToHaveGrownAndARateAllYear() {
        var level = indicator(Indicator.Type.STOCK, Indicator.OverTime.LAST);
        var twelve = BigDecimal.valueOf(12);

        assertThat(new Phasing(Phasing.EVEN).due(twelve, level, Period.month(2018, 10)))
                .isBetween(new BigDecimal("9.9999"), new BigDecimal("10.0001"));
        assertThat(Phasing.usual().due(twelve, level, Period.month(2018, 3))).isEqualByComparingTo("12");
        assertThat(Phasing.usual().due(twelve, RATE, Period.month(2018, 3))).isEqualByComparingTo("12");
        assertThat(Phasing.usual().due(twelve, SESSIONS, Period.quarter(2018, 2)))
                .isEqualByComparingTo("3");
    }

    private List<BigDecimal> shares() {
        var shares = new ArrayList<BigDecimal>();
        var left = BigDecimal.ONE;
        for (var month = 0; month < 11; month++) {
            var share = left.multiply(BigDecimal.valueOf(random.nextInt(100), 2));
            shares.add(share);
            left = left.subtract(share);
        }
        shares.add(left);
        return shares;
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1_000_000_000L), random.nextInt(6));
    }

    private static Tally one(BigDecimal part, BigDecimal whole) {
        return new Tally(new Sums(part, part, part, whole), new Heads(1, 0, 0, 0, 0, 0), 0, 1);
    }

    private static Tally qualified(int bits) {
        var one = BigDecimal.ONE;
        return new Tally(new Sums(one, one, null, null), new Heads(1, 0, 0, 0, 1, 0), bits, 1);
    }

    private static Random seeded() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("Seed of the roll-up arithmetic: " + seed);
        return new Random(seed);
    }

    private static Indicator indicator(Indicator.Type type, Indicator.OverTime overTime) {
        return new Indicator(
                (short) 1,
                "XX01",
                "A",
                new Indicator.Wording("x", "x", "", "", "", ""),
                new Indicator.Rule(type, Indicator.OverUnits.SUM, overTime, Indicator.Direction.MORE, 1, null, null),
                new Indicator.Schedule(java.util.Set.of("M"), "CS", ""),
                new Indicator.Edition(1, DateRange.from(java.time.LocalDate.of(2011, 1, 1))));
    }
}
