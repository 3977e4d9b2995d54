package org.giaoban.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Period;

/**
 * How the values of similar units lie: their median, and the median distance from it. Both stay where they are when a few units
 * are far out, as an average would not.
 */
public record Peers(Period period, int count, BigDecimal median, BigDecimal distance) {

    /** Brings the median distance of normally spread values to their standard deviation. */
    private static final BigDecimal NORMAL = new BigDecimal("0.6745");

    static Peers of(Period period, List<BigDecimal> values) {
        var median = median(values);
        return new Peers(
                period,
                values.size(),
                median,
                median(values.stream()
                        .map(value -> value.subtract(median).abs())
                        .toList()));
    }

    private static BigDecimal median(List<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, MathContext.DECIMAL64);
    }

    /** The robust z-score; empty when more than half of the units say the same, so that there is no spread to measure by. */
    public Optional<BigDecimal> score(BigDecimal value) {
        return distance.signum() == 0
                ? Optional.empty()
                : Optional.of(value.subtract(median).abs().multiply(NORMAL).divide(distance, 1, RoundingMode.HALF_UP));
    }
}
