package org.giaoban.consolidation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What a level would consolidate now: its figures and lists, and what each unit right below brings in. */
record AsNow(Target target, Map<String, Line> lines, List<Child> children) {

    /** One figure or list of the level with the number of units asked and heard. */
    record Line(Indicator indicator, Stated stated, int expected, int received) {}

    /** A unit right below with its share of everything. */
    record Child(UnitId unit, String name, Source source, Map<String, Stated> shares) {

        Stated share(String indicator) {
            return shares.getOrDefault(indicator, Stated.SILENCE);
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

    Stated stated(String indicator) {
        var line = lines.get(indicator);
        return line == null ? Stated.SILENCE : line.stated();
    }

    Figure figure(String indicator) {
        return stated(indicator).figure();
    }
}
