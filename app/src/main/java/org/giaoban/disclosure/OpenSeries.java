package org.giaoban.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.kernel.Figure;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** A series of public figures as programs read it. */
public record OpenSeries(
        String title,
        String publisher,
        String licence,
        String page,
        String indicator,
        String definition,
        String measure,
        String unit,
        Instant released,
        List<Value> values) {

    /** One figure with numerator and denominator where it is a rate, and the page that says where it comes from. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Value(
            String period,
            String label,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String qualifier,
            Instant asOf,
            String passport) {

        static Value of(FrozenFigure frozen, String passport) {
            var period = frozen.ref().period();
            var present = frozen.figure() instanceof Figure.Present found ? found : null;
            return new Value(
                    period.code(),
                    period.label(LocaleContextHolder.getLocale()),
                    present == null ? null : present.value(),
                    present == null ? null : present.numerator(),
                    present == null ? null : present.denominator(),
                    present == null ? "NONE" : present.qualifier().name(),
                    frozen.asOf(),
                    passport);
        }
    }
}
