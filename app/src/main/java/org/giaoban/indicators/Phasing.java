package org.giaoban.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.giaoban.indicators.Indicator.Type;
import org.giaoban.kernel.Period;
import org.giaoban.platform.Refused;

/**
 * How a year's target falls due: twelve shares that make one, or the indicator's habit when none are given.
 *
 * <p>What is added up over time is due by the share of the months asked for. A level (members at the end of the period,
 * areas recognised so far, a rate) is due as far as it was to have grown by then; without shares its whole level is due
 * all year.
 */
record Phasing(List<BigDecimal> shares) {

    static final int MONTHS = 12;

    /** A twelfth each month as near as decimals come; the last month takes what is left over. */
    static final List<BigDecimal> EVEN = even();

    private static final BigDecimal TWELVE = BigDecimal.valueOf(MONTHS);

    Phasing {
        shares = List.copyOf(shares);
        if (!shares.isEmpty() && shares.size() != MONTHS) {
            throw new Refused("indicators.target.twelve");
        }
        if (!shares.isEmpty() && sum(shares).compareTo(BigDecimal.ONE) != 0) {
            throw new Refused("indicators.target.whole");
        }
    }

    private static List<BigDecimal> even() {
        var twelfth = new BigDecimal("0.083333");
        var shares = new ArrayList<>(Collections.nCopies(MONTHS - 1, twelfth));
        shares.add(BigDecimal.ONE.subtract(twelfth.multiply(BigDecimal.valueOf(MONTHS - 1L))));
        return List.copyOf(shares);
    }

    static Phasing usual() {
        return new Phasing(List.of());
    }

    /** The part of the year's target that is due in (flow) or by the end of (level) the period. */
    BigDecimal due(BigDecimal year, Indicator indicator, Period period) {
        var last = period.lastDay().getMonthValue();
        var flows = flows(indicator);
        var first = flows ? period.from().getMonthValue() : 1;
        if (!shares.isEmpty()) {
            return year.multiply(sum(shares.subList(first - 1, last)));
        }
        if (!flows || last - first + 1 == MONTHS) {
            return year;
        }
        return year.multiply(BigDecimal.valueOf(last - first + 1L)).divide(TWELVE, MathContext.DECIMAL64);
    }

    /** 0.10 and 0.1 are the same share. */
    boolean same(Phasing other) {
        return shares.stream()
                .map(BigDecimal::stripTrailingZeros)
                .toList()
                .equals(other.shares.stream()
                        .map(BigDecimal::stripTrailingZeros)
                        .toList());
    }

    private static boolean flows(Indicator indicator) {
        return !indicator.takesLast() && (indicator.type() == Type.FLOW || indicator.type() == Type.MONEY);
    }

    private static BigDecimal sum(List<BigDecimal> shares) {
        return shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
