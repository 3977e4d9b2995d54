package org.giaoban.proofreading;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** What a remark is about. */
public enum Kind {
    ALT_MISSING,
    IMPOSSIBLE_DATE,
    TERM_REVERSED,
    DATE_WITHOUT_YEAR,
    WEEKDAY,
    YEARS,
    SUM,
    SHARE,
    FIGURE_UNBOUND,
    FIGURE_DIFFERS,
    TITLE,
    NAME,
    UNICODE,
    SPELLING,
    DOUBLED_WORD,
    DOUBLED_PARAGRAPH;

    public String label() {
        return Texts.text("proofreading.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
