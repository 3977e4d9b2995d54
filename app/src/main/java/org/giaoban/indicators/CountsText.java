package org.giaoban.indicators;

import org.giaoban.indicators.FigureLine.Counts;
import org.giaoban.platform.Texts;

/** How many units stand behind a figure, in the same words wherever a figure is shown. */
public final class CountsText {

    private CountsText() {}

    /** "12/13 · 10": units that reported, of those expected to, and of how many it is accepted. */
    public static String brief(Counts counts) {
        return said("brief", counts);
    }

    /** The same in a sentence: "12/13 đơn vị đã báo cáo, 10 đã chấp nhận". */
    public static String full(Counts counts) {
        return said("full", counts);
    }

    /** What stands over a column of the brief ones. */
    public static String heading() {
        return Texts.text("indicators.counts.heading");
    }

    private static String said(String form, Counts counts) {
        return Texts.text("indicators.counts." + form, counts.received(), counts.expected(), counts.accepted());
    }
}
