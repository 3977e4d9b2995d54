package org.giaoban.consolidation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/** What a level would consolidate now: its figures, and what each unit right below brings in. */
record AsNow(Unit unit, Period period, Map<String, Line> lines, List<Child> children) {

    /** One figure of the level with the number of units asked and heard. */
    record Line(Indicator indicator, Figure figure, int expected, int received) {}

    /** A unit right below with its share of every figure. */
    record Child(UnitId unit, String name, Source source, Map<String, Figure> figures) {

        Figure figure(String indicator) {
            return figures.getOrDefault(indicator, Kept.SILENCE);
        }
    }

    /** Where a unit's share comes from: its own consolidated report, or the returns behind it, by their versions. */
    record Source(Kind kind, @Nullable UUID id, String stamp) {

        /** What was consolidated. */
        enum Kind {
            REPORT,
            RETURNS,
            NONE
        }
    }

    Figure figure(String indicator) {
        var line = lines.get(indicator);
        return line == null ? Kept.SILENCE : line.figure();
    }
}
