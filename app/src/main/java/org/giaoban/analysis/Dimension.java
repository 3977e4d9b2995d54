package org.giaoban.analysis;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** What a pivot table turns about. */
enum Dimension {
    UNIT,
    PERIOD,
    INDICATOR;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String word() {
        return Texts.text("analysis.dimension." + code());
    }
}
