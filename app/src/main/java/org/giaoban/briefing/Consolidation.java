package org.giaoban.briefing;

import java.util.List;
import java.util.Map;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.kernel.UnitId;
import org.giaoban.reporting.UnitProgress;

/** What a consolidated workbook is written from: the lines, and every unit's own figure behind each of them. */
record Consolidation(
        Occasion occasion,
        List<FigureLine> lines,
        List<Column> columns,
        Map<String, Map<UnitId, UnitFigure>> figures,
        List<UnitProgress> progress) {

    /** A unit as a column of the workbook. */
    record Column(UnitId unit, String name) {}
}
