package org.giaoban.readers;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** How often a letter comes. */
enum Pace {
    DAILY,
    WEEKLY;

    String words() {
        return Texts.text("readers.pace." + name().toLowerCase(Locale.ROOT));
    }
}
