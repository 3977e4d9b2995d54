package org.giaoban.reporting;

import java.math.BigDecimal;
import java.util.Objects;
import org.giaoban.kernel.Figure;
import org.jspecify.annotations.Nullable;

/** What a return says about one indicator, where it was read, and the unit's own explanation. */
record Entry(
        Figure figure, @Nullable String place, @Nullable String reason) {

    /** Says the same: the same figure and the same explanation, wherever they were written. */
    boolean same(@Nullable Entry other) {
        return other != null && written().equals(other.written());
    }

    /** A stable writing of the content, without the place. */
    String written() {
        String said = switch (figure) {
            case Figure.Present present ->
                plain(present.value()) + "|" + plain(present.numerator()) + "|" + plain(present.denominator()) + "|"
                        + present.qualifier();
            case Figure.Missing missing -> missing.absence().name();
        };
        return said + "|" + Objects.requireNonNullElse(reason, "");
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
