package org.giaoban.analysis;

import java.util.Locale;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.Rolled;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.platform.Texts;

/** How a figure looks in a table of many: a shade, a sign and a word, so that none stands alone. */
enum Shade {
    MET("check"),
    BEHIND("clock"),
    FAR("alert-circle"),
    UNPLANNED("point"),
    SILENT("dots"),
    NOTHING("minus");

    private final String icon;

    Shade(String icon) {
        this.icon = icon;
    }

    static Shade of(Reading reading) {
        return of(reading.actual(), reading.standing());
    }

    static Shade of(FigureLine line) {
        return of(line.actual(), line.standing());
    }

    private static Shade of(Rolled actual, Standing standing) {
        if (actual.figure() instanceof Figure.Missing missing) {
            return missing.absence() == Absence.NOT_REPORTED ? SILENT : NOTHING;
        }
        return switch (standing) {
            case ON_PACE -> MET;
            case BEHIND -> BEHIND;
            case FAR_BEHIND -> FAR;
            case NO_PLAN -> UNPLANNED;
        };
    }

    public String icon() {
        return icon;
    }

    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return Texts.text("analysis.shade." + css());
    }
}
