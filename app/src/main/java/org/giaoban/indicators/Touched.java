package org.giaoban.indicators;

import java.util.List;

/** What a new version of an indicator changes, and all that rests on it. */
public record Touched(
        List<Difference> differences,
        List<IndicatorUses.Use> forms,
        List<CheckRule> checks,
        List<Indicator> formulas,
        int targets,
        List<FigureUses.Use> texts) {

    /** A fact that will be another one; an empty side says there is none. */
    public record Difference(String label, String before, String after) {}
}
