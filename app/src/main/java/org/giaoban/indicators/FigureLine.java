package org.giaoban.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.giaoban.indicators.Indicator.Direction;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of figures for a unit and a period, rolled up over its tree as it stood on the period's last day,
 * or as it stands today.
 *
 * @param lowest the direct children that are furthest behind their own target, at most three
 */
public record FigureLine(
        Indicator indicator, Rolled actual, Plan plan, Rolled sameLastYear, Rolled previous, List<UnitFigure> lowest) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FAR = BigDecimal.valueOf(5);
    private static final BigDecimal NEAR = BigDecimal.valueOf(4);

    /**
     * A figure rolled up, with how many units stand behind it.
     *
     * @param estimated rests on the shares by which units of then were divided
     */
    public record Rolled(Figure figure, Counts counts, long version, boolean estimated) {

        public @Nullable BigDecimal value() {
            return figure.amount().orElse(null);
        }

        /** "1.234,5", "16,7 %", "trên 7.300", "≈ 24" of an estimate, "không có", "chưa báo cáo". */
        public String text(Indicator indicator) {
            var value = value();
            return estimated && value != null
                    ? FigureText.estimate(indicator, value)
                    : FigureText.of(indicator, figure);
        }
    }

    /**
     * Units expected to report, and what they said; those that said something and those that did not add up to the first.
     *
     * @param partial in a longer period: units whose last months are missing; their figure counts as far as it goes
     * @param accepted units of which all that counts here was accepted by the unit above
     */
    public record Counts(
            int expected, int present, int partial, int none, int notApplicable, int notReported, int accepted) {

        /** Units that said anything. */
        public int received() {
            return expected - notReported;
        }
    }

    /**
     * The year's target and the part of it that is due by the end of the period; null without a target.
     *
     * @param estimated rests on the shares by which units of then were divided
     */
    public record Plan(@Nullable BigDecimal year, @Nullable BigDecimal pace, boolean estimated) {

        static final Plan NONE = new Plan(null, null, false);

        /** The year's target, "≈ 24" of an estimate. */
        public String text(Indicator indicator) {
            return estimated && year != null
                    ? FigureText.estimate(indicator, year)
                    : FigureText.number(indicator, year);
        }
    }

    /** A direct child's figure beside its own yearly target. */
    public record UnitFigure(UnitId unit, String code, String name, Rolled rolled, Plan plan, Standing standing) {}

    /** How the actual stands against the pace; far behind is more than a fifth of what is due. */
    public enum Standing {
        ON_PACE,
        BEHIND,
        FAR_BEHIND,
        NO_PLAN
    }

    /** Whether any of its figures is an estimate. */
    public boolean estimated() {
        return actual.estimated() || sameLastYear.estimated() || previous.estimated();
    }

    public Standing standing() {
        return standing(indicator, actual, plan);
    }

    /** actual / year's target in percent; null without either. */
    public @Nullable BigDecimal doneOfPlan() {
        return percent(actual.value(), plan.year());
    }

    /** pace / year's target in percent. */
    public @Nullable BigDecimal paceOfPlan() {
        return percent(plan.pace(), plan.year());
    }

    /** actual − same period last year; percentage points for percents; null when either is missing. */
    public @Nullable BigDecimal change() {
        var now = actual.value();
        var then = sameLastYear.value();
        return now == null || then == null ? null : now.subtract(then);
    }

    /** The change in percent of last year's value; null for rates and where last year was nothing. */
    public @Nullable BigDecimal changePercent() {
        return indicator.rate() ? null : percent(change(), sameLastYear.value());
    }

    static Standing standing(Indicator indicator, Rolled actual, Plan plan) {
        var value = actual.value();
        var pace = plan.pace();
        if (value == null || pace == null || indicator.direction() == Direction.NEUTRAL) {
            return Standing.NO_PLAN;
        }
        var less = indicator.direction() == Direction.LESS;
        if (less ? value.compareTo(pace) <= 0 : value.compareTo(pace) >= 0) {
            return Standing.ON_PACE;
        }
        var far = less
                ? value.multiply(NEAR).compareTo(pace.multiply(FAR)) > 0
                : value.multiply(FAR).compareTo(pace.multiply(NEAR)) < 0;
        return far ? Standing.FAR_BEHIND : Standing.BEHIND;
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        if (part == null || whole == null || whole.signum() == 0) {
            return null;
        }
        return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
    }
}
