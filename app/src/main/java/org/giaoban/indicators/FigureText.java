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

    private static String qualified(Qualifier qualifier, String number) {
        return qualifier == Qualifier.EXACT ? number : Texts.text("indicators.qualifier." + key(qualifier), number);
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** A plain number in the indicator's form; empty when there is none. */
    public static String number(Indicator indicator, @Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        var rounded = value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
        return indicator.type() == Type.PERCENT
                ? Formats.percent(rounded, indicator.decimals())
                : Formats.number(rounded, indicator.decimals());
    }

    static String plain(@Nullable BigDecimal value) {
        return value == null ? "" : Formats.number(value, 2);
    }
}
