package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.math.BigDecimal;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Formats;
import org.jspecify.annotations.Nullable;

/** Words for how a figure moved against the same period last year. */
final class Changes {

    /** A share of a small number says nothing: below this the difference itself is shown. */
    private static final BigDecimal ENOUGH = BigDecimal.valueOf(30);

    private Changes() {}

    static BoardPage.@Nullable Change of(Occasion occasion, FigureLine line) {
        var change = line.change();
        if (change == null) {
            return null;
        }
        var sign = change.signum();
        return new BoardPage.Change(
                amount(line, change),
                arrow(sign),
                word(sign),
                tone(line.indicator(), sign),
                occasion.change(line.indicator().code()));
    }

    private static String amount(FigureLine line, BigDecimal change) {
        if (change.signum() == 0) {
            return "";
        }
        var percent = line.changePercent();
        var before = line.sameLastYear().value();
        if (percent != null && before != null && before.abs().compareTo(ENOUGH) >= 0) {
            return Formats.percent(percent.abs(), 1);
        }
        var number = Formats.number(change.abs(), Math.max(line.indicator().decimals(), 0));
        return line.indicator().type() == Indicator.Type.PERCENT ? text("briefing.change.points", number) : number;
    }

    private static String arrow(int sign) {
        return sign > 0 ? "▲" : sign < 0 ? "▼" : "=";
    }

    private static String word(int sign) {
        return text(sign > 0 ? "briefing.change.up" : sign < 0 ? "briefing.change.down" : "briefing.change.same");
    }

    private static String tone(Indicator indicator, int sign) {
        if (sign == 0 || indicator.direction() == Indicator.Direction.NEUTRAL) {
            return "flat";
        }
        return (sign > 0) == (indicator.direction() == Indicator.Direction.MORE) ? "up" : "down";
    }
}
