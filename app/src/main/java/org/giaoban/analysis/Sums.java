package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.FigureLine.Counts;
import org.giaoban.indicators.FigureLine.Plan;
import org.giaoban.indicators.FigureLine.Rolled;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;

/** Totals of what a table shows, by the rule of the indicator. */
final class Sums {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Sums() {}

    /**
     * Units that stand beside each other put together. Values add up; a rate is made anew of its parts, and where one came
     * without them there is no total. Who is not asked adds nothing, and nothing is no nought.
     */
    static Reading overUnits(Indicator indicator, Collection<Reading> readings) {
        var asked = readings.stream().filter(OnePages::speaks).toList();
        var figure = asked.stream()
                .map(reading -> reading.actual().figure())
                .reduce(Figure::plus)
                .orElse(Figure.missing(Absence.NOT_APPLICABLE));
        if (indicator.rate()) {
            figure = asked.stream().map(reading -> reading.actual().figure()).anyMatch(Sums::bare)
                    ? Figure.missing(Absence.NOT_APPLICABLE)
                    : figure.recomputed(indicator.type() == Indicator.Type.PERCENT ? HUNDRED : BigDecimal.ONE);
        }
        var rolled = new Rolled(
                figure,
                counts(asked),
                asked.stream().mapToLong(reading -> reading.actual().version()).sum(),
                asked.stream().anyMatch(reading -> reading.actual().estimated()));
        var plan = indicator.rate()
                ? new Plan(null, null, false)
                : new Plan(
                        sum(asked, reading -> reading.plan().year()),
                        sum(asked, reading -> reading.plan().pace()),
                        asked.stream().anyMatch(reading -> reading.plan().estimated()));
        return new Reading(indicator, rolled, plan);
    }

    private static boolean bare(Figure figure) {
        return figure instanceof Figure.Present present && present.numerator() == null;
    }

    private static @Nullable BigDecimal sum(List<Reading> readings, Function<Reading, @Nullable BigDecimal> part) {
        return readings.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Counts counts(List<Reading> readings) {
        var sum = new int[7];
        for (var reading : readings) {
            var counts = reading.actual().counts();
            sum[0] += counts.expected();
            sum[1] += counts.present();
            sum[2] += counts.partial();
            sum[3] += counts.none();
            sum[4] += counts.notApplicable();
            sum[5] += counts.notReported();
            sum[6] += counts.accepted();
        }
        return new Counts(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6]);
    }

    /**
     * The period that periods make together, when each begins where the one before it ended: the year so far, a quarter,
     * or just a stretch. Its figures are those of the roll-up, which knows how months become years.
     */
    static @Nullable Period together(List<Period> periods) {
        var ordered = new ArrayList<>(periods);
        ordered.sort(Period::compareTo);
        for (var number = 1; number < ordered.size(); number++) {
            if (!ordered.get(number).from().equals(ordered.get(number - 1).until())) {
                return null;
            }
        }
        if (ordered.size() < 2) {
            return null;
        }
        var months = ordered.stream().mapToInt(period -> period.months().size()).sum();
        return months > 120
                ? null
                : named(Period.stretch(ordered.getLast().months().getLast(), months));
    }

    private static Period named(Period stretch) {
        var last = stretch.months().getLast();
        var names = List.of(
                Period.ofYear(last.year()), Period.quarter(last.year(), (last.ordinal() + 2) / 3), last.yearToDate());
        return names.stream()
                .filter(name -> name.days().equals(stretch.days()))
                .findFirst()
                .orElse(stretch);
    }
}
