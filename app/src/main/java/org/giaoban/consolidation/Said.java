package org.giaoban.consolidation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.jspecify.annotations.Nullable;

/**
 * A figure or a list as a report writes it.
 *
 * @param number the figure to calculate with, rounded as it is shown; null where words say more
 */
public record Said(String text, boolean missing, @Nullable BigDecimal number) {

    static Said of(Indicator indicator, Stated stated) {
        var exact = stated.figure() instanceof Figure.Present present && present.qualifier() == Qualifier.EXACT
                ? present.value().setScale(indicator.decimals(), RoundingMode.HALF_UP)
                : null;
        return new Said(stated.text(indicator), !stated.present(), exact);
    }

    /** What stands in a cell of a file. */
    Object cell() {
        return number == null ? text : number;
    }
}
