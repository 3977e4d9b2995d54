package org.giaoban.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.giaoban.kernel.Period;
import org.jspecify.annotations.Nullable;

/** The last thirteen months as columns of a small chart; a month without a figure has no column. */
public record Series(List<Column> columns, int width) {

    private static final int STEP = 28;
    private static final int BAR = 18;
    private static final double HEIGHT = 72;

    /**
     * {@code x} and {@code y} of the column's upper left corner on a chart 80 high.
     *
     * @param known whether the catalogue had the indicator in that period, so that it has a passport
     */
    public record Column(
            Period period, String text, boolean known, boolean present, int x, String y, String height, boolean last) {}

    static Series of(Passport passport) {
        var indicator = passport.line().indicator();
        var most = passport.series().stream()
                .map(month -> month.figure().amount().orElse(BigDecimal.ZERO).abs())
                .reduce(BigDecimal.ONE, BigDecimal::max)
                .doubleValue();
        var columns = new ArrayList<Column>();
        for (var number = 0; number < passport.series().size(); number++) {
            var month = passport.series().get(number);
            var height = height(month.figure().amount().orElse(null), most);
            columns.add(new Column(
                    month.period(),
                    month.rolled().text(month.indicator() == null ? indicator : month.indicator()),
                    month.indicator() != null,
                    month.figure().present(),
                    number * STEP + (STEP - BAR) / 2,
                    decimal(80 - height),
                    decimal(height),
                    number == passport.series().size() - 1));
        }
        return new Series(columns, columns.size() * STEP);
    }

    /** A value of nought keeps a sliver, so that it differs from no value at all. */
    private static double height(@Nullable BigDecimal value, double most) {
        return value == null ? 0 : Math.max(1.5, Math.abs(value.doubleValue()) / most * HEIGHT);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
