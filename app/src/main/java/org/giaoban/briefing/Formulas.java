package org.giaoban.briefing;

import org.apache.poi.ss.util.CellReference;
import org.giaoban.indicators.Indicator;

/** The formulas of a consolidated workbook: over the units' columns, which are the same on every sheet. */
record Formulas(String numerators, String denominators, int firstUnit, int lastUnit) {

    String sum(int at) {
        return "SUM(%s%d:%s%d)".formatted(letter(firstUnit), at + 1, letter(lastUnit), at + 1);
    }

    String rate(Indicator indicator, int at, int column) {
        var place = letter(column) + (at + 1);
        var factor = indicator.type() == Indicator.Type.PERCENT ? "*100" : "";
        return "IF(SUM('%2$s'!%3$s)=0,\"\",'%1$s'!%3$s/'%2$s'!%3$s%4$s)"
                .formatted(numerators, denominators, place, factor);
    }

    static String letter(int column) {
        return CellReference.convertNumToColString(column);
    }
}
