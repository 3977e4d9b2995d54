package org.giaoban.reporting;

import org.giaoban.spreadsheets.Cell;
import org.giaoban.spreadsheets.Cell.Kind;
import org.jspecify.annotations.Nullable;

/** The cells of one indicator as they came, from a workbook or from the screen. */
record Line(
        Cell value,
        Cell mark,
        Cell numerator,
        Cell denominator,
        Cell reason,
        @Nullable String place) {

    /** Nothing was entered; a mark or an explanation alone is not nothing. */
    boolean blank() {
        return value.kind() == Kind.EMPTY && mark.kind() == Kind.EMPTY && !hasParts() && reason.kind() == Kind.EMPTY;
    }

    boolean hasParts() {
        return numerator.kind() != Kind.EMPTY || denominator.kind() != Kind.EMPTY;
    }
}
