package org.giaoban.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.giaoban.analysis.Layout.Label;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.FigureLine.Counts;
import org.giaoban.indicators.FigureLine.Plan;
import org.giaoban.indicators.FigureLine.Rolled;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.Seeded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ranks, bands, totals and layouts, on random input. */
class ArithmeticTest {

    private static final int RUNS = 300;

    @Test
    void aPlaceIsOneMoreThanHowManyAreBetter() {
        var random = Seeded.random("ranks");
        for (var run = 0; run < RUNS; run++) {
            var less = random.nextBoolean();
            var values = values(random, random.nextInt(12), 6);

            var ranked = Ranked.of(values, Function.identity(), less);

            assertThat(ranked.stream().map(Ranked::item)).containsExactlyInAnyOrderElementsOf(values);
            for (var one : ranked) {
                var item = one.item();
                var known = values.stream().filter(Objects::nonNull).toList();
                if (item == null) {
                    assertThat(one.place()).isZero();
                } else {
                    var better = known.stream()
                            .filter(other -> (less ? -1 : 1) * other.compareTo(item) > 0)
                            .count();
                    var same = known.stream()
                            .filter(other -> other.compareTo(item) == 0)
                            .count();
                    assertThat(one.place()).isEqualTo((int) better + 1);
                    assertThat(one.shared()).isEqualTo(same > 1);
                }
            }
            var places = ranked.stream().map(Ranked::place).toList();
            assertThat(places.stream().filter(place -> place > 0)).isSorted();
            assertThat(places.indexOf(0) < 0
                            || places.subList(places.indexOf(0), places.size()).stream()
                                    .allMatch(place -> place == 0))
                    .as("who has no value stands last")
                    .isTrue();
        }
    }

    @Test
    void bandsRiseWithTheValuesAndEqualsShareOne() {
        var random = Seeded.random("bands");
        for (var run = 0; run < RUNS; run++) {
            var values = values(random, 1 + random.nextInt(40), 30);
            values.add(BigDecimal.ONE);
            var bands = Bands.of(values);
            var known = values.stream().filter(Objects::nonNull).sorted().toList();

            assertThat(known.stream().map(bands::of)).isSorted().allMatch(band -> band >= 1 && band <= Bands.COUNT);
            if (known.stream().distinct().count() == 1) {
                assertThat(bands.of(known.getFirst())).isEqualTo(3);
            }
        }
    }

    @Test
    void aTotalOfCountsAddsWhatIsThereAndNoNoughtForWhatIsNot() {
        var random = Seeded.random("totals");
        for (var run = 0; run < RUNS; run++) {
            var values = values(random, random.nextInt(8), 50);
            var readings = values.stream()
                    .map(value ->
                            reading(count(), value == null ? Figure.missing(Absence.NOT_REPORTED) : Figure.of(value)))
                    .toList();

            var total = Sums.overUnits(count(), readings).actual().figure();

            var known = values.stream().filter(Objects::nonNull).toList();
            assertThat(total.amount().orElse(null))
                    .isEqualTo(known.isEmpty() ? null : known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @Test
    void aTotalOfRatesIsMadeOfItsPartsAndNeverOfRates() {
        var random = Seeded.random("rates");
        for (var run = 0; run < RUNS; run++) {
            var above = BigDecimal.ZERO;
            var below = BigDecimal.ZERO;
            var readings = new ArrayList<Reading>();
            for (var unit = 0; unit < 1 + random.nextInt(6); unit++) {
                var numerator = BigDecimal.valueOf(random.nextInt(100));
                var denominator = BigDecimal.valueOf(100 + random.nextInt(100));
                above = above.add(numerator);
                below = below.add(denominator);
                readings.add(reading(rate(), Figure.share(numerator, denominator, BigDecimal.valueOf(100))));
            }
            readings.add(reading(rate(), Figure.missing(Absence.NOT_REPORTED)));

            assertThat(Sums.overUnits(rate(), readings).actual().figure())
                    .isEqualTo(Figure.share(above, below, BigDecimal.valueOf(100)));
        }
    }

    @Test
    void aRateWithoutItsPartsLeavesTheTotalOut() {
        var readings = List.of(
                reading(rate(), Figure.share(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(100))),
                reading(rate(), Figure.of(70)));

        assertThat(Sums.overUnits(rate(), readings).actual().figure())
                .isEqualTo(Figure.missing(Absence.NOT_APPLICABLE));
    }

    @Test
    void periodsTogetherHaveAllTheirDaysAndOthersNoTotal() {
        var random = Seeded.random("periods together");
        for (var run = 0; run < RUNS; run++) {
            var first = Period.month(2000 + random.nextInt(30), 1 + random.nextInt(12));
            var months = new ArrayList<Period>();
            var month = first;
            for (var number = 0; number < 2 + random.nextInt(20); number++) {
                months.add(month);
                month = month.next();
            }
            Collections.shuffle(months, random);

            var together = Objects.requireNonNull(Sums.together(months));

            assertThat(together.from()).isEqualTo(first.from());
            assertThat(together.until()).isEqualTo(month.previous().until());
            months.remove(months.stream().sorted().toList().get(1));
            assertThat(Sums.together(months)).as("without its second month").isNull();
        }
        assertThat(Sums.together(Period.ofYear(2018).months())).isEqualTo(Period.ofYear(2018));
        assertThat(Sums.together(List.of(Period.quarter(2018, 1), Period.month(2018, 4))))
                .isEqualTo(Period.parse("2018-YTD-04"));
        assertThat(Sums.together(List.of(Period.month(2018, 4), Period.parse("2018-Q2"))))
                .isNull();
    }

    @Test
    void everyCellOfALayoutIsItsOwnHoweverItIsTurned() {
        var random = Seeded.random("layouts");
        for (var run = 0; run < RUNS; run++) {
            var sizes = Map.of(
                    Dimension.UNIT, 1 + random.nextInt(4),
                    Dimension.PERIOD, 1 + random.nextInt(4),
                    Dimension.INDICATOR, 1 + random.nextInt(4));
            var places = new ArrayList<>(Arrangement.PLACES);
            Collections.shuffle(places, random);
            var arrangement = Arrangement.of(dimension -> places.get(dimension.ordinal()));

            var layout =
                    Layout.of(arrangement, labels(sizes), spot -> spot.members().toString());

            var all = sizes.values().stream().reduce(1, (one, other) -> one * other);
            assertThat(layout.lines().stream().flatMap(line -> line.cells().stream()))
                    .hasSize(all)
                    .doesNotHaveDuplicates();
            var width = layout.lines().getFirst().cells().size();
            assertThat(layout.head())
                    .allMatch(row -> row.stream().mapToInt(Layout.Heading::span).sum() == width);
            for (var level = 0; level < arrangement.rows().size(); level++) {
                var at = level;
                assertThat(layout.lines().stream()
                                .map(line -> line.heads().get(at))
                                .filter(Objects::nonNull)
                                .mapToInt(Layout.Heading::span)
                                .sum())
                        .isEqualTo(layout.lines().size());
            }
        }
    }

    @Test
    void aTableAlwaysHasRows() {
        var arrangement = Arrangement.of(dimension -> "c1");

        assertThat(arrangement.rows()).hasSize(1);
        assertThat(arrangement.columns()).hasSize(2);
        for (var dimension : Dimension.values()) {
            assertThat(Arrangement.of(arrangement::place)).isEqualTo(arrangement);
            assertThat(Arrangement.PLACES).contains(arrangement.place(dimension));
        }
    }

    private static Map<Dimension, List<Label>> labels(Map<Dimension, Integer> sizes) {
        return sizes.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, size -> Collections.nCopies(size.getValue(), new Label("x", false))));
    }

    private static List<@Nullable BigDecimal> values(Random random, int count, int bound) {
        var values = new ArrayList<@Nullable BigDecimal>();
        for (var number = 0; number < count; number++) {
            values.add(random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(bound)));
        }
        return values;
    }

    private static Reading reading(Indicator indicator, Figure figure) {
        return new Reading(
                indicator, new Rolled(figure, new Counts(1, 1, 0, 0, 0, 0, 0), 1, false), new Plan(null, null, false));
    }

    private static Indicator count() {
        return indicator(Indicator.Type.FLOW, Indicator.OverUnits.SUM, Indicator.OverTime.SUM);
    }

    private static Indicator rate() {
        return indicator(Indicator.Type.PERCENT, Indicator.OverUnits.RECOMPUTE, Indicator.OverTime.RECOMPUTE);
    }

    private static Indicator indicator(Indicator.Type type, Indicator.OverUnits units, Indicator.OverTime time) {
        return new Indicator(
                (short) 1,
                "ZZ01",
                "Z",
                new Indicator.Wording("", "", "", "", "", ""),
                new Indicator.Rule(type, units, time, Indicator.Direction.MORE, 1, null, null),
                new Indicator.Schedule(java.util.Set.of("M"), "CS", ""),
                new Indicator.Edition(1, DateRange.from(java.time.LocalDate.of(2011, 1, 1))));
    }
}
