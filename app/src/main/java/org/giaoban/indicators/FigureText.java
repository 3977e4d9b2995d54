package org.giaoban.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.giaoban.indicators.Indicator.Type;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Writes figures for people: the indicator's decimals, words for exactness, words for absence. */
public final class FigureText {

    private FigureText() {}

    /** "1.234,5", "16,7 %", "trên 7.300", "không có", "chưa báo cáo". */
    public static String of(Indicator indicator, Figure figure) {
        return switch (figure) {
            case Figure.Missing missing -> Texts.text("indicators.absence." + key(missing.absence()));
            case Figure.Present present -> qualified(present.qualifier(), number(indicator, present.value()));
        };
    }

    /** "trên 7.300" of "7.300"; the number may be any writing of it. */
    public static String qualified(Qualifier qualifier, String number) {
        return qualifier == Qualifier.EXACT ? number : Texts.text("indicators.qualifier." + key(qualifier), number);
    }

    /** "≈ 24", of what was divided. */
    static String estimate(Indicator indicator, BigDecimal value) {
        return Texts.text("indicators.estimated", number(indicator, value));
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** A plain number in the indicator's form; empty when there is none. */
    public static String number(Indicator indicator, @Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        var rounded = rounded(indicator, value);
        return indicator.type() == Type.PERCENT
                ? Formats.percent(rounded, indicator.decimals())
                : Formats.number(rounded, indicator.decimals());
    }

    /** The change against last year as it is shown: percents of a count, points of a rate, plain of a level. */
    public static @Nullable BigDecimal change(FigureLine line) {
        var change = line.indicator().type() == Type.FLOW ? line.changePercent() : line.change();
        return change == null ? null : change.setScale(changeDecimals(line), RoundingMode.HALF_UP);
    }

    /** The change without its sign: "9,0 %" of a count, "1,2" of a level or a rate. */
    public static String difference(FigureLine line) {
        var change = change(line);
        if (change == null) {
            return "";
        }
        var size = change.abs();
        return line.indicator().type() == Type.FLOW ? percent(size) : Formats.number(size, changeDecimals(line));
    }

    private static int changeDecimals(FigureLine line) {
        return line.indicator().type() == Type.FLOW ? 1 : line.indicator().decimals();
    }

    public static String percent(@Nullable BigDecimal value) {
        return value == null ? "" : Formats.percent(value.setScale(1, RoundingMode.HALF_UP), 1);
    }

    /** "205/214" of a rate that came with its parts. */
    public static String parts(Figure figure) {
        return figure instanceof Figure.Present present && present.numerator() != null
                ? plain(present.numerator()) + "/" + plain(present.denominator())
                : "";
    }

    private static BigDecimal rounded(Indicator indicator, BigDecimal value) {
        return value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }

    static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : Formats.number(value, 2);
    }
}
