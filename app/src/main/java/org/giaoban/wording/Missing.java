package org.giaoban.wording;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** What a conclusion does not say. */
public enum Missing {
    WHO,
    WHEN,
    MEASURE;

    /** The question to the writer. */
    public String question() {
        return Texts.text("wording.missing." + name().toLowerCase(Locale.ROOT));
    }
}
