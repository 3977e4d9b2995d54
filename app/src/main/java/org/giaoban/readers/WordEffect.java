package org.giaoban.readers;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** What becomes of a comment with a word of the list. */
enum WordEffect {
    /** It is not taken; the writer is told. */
    REFUSE,
    /** The moderator sees the word marked. */
    MARK;

    String words() {
        return Texts.text("readers.word." + name().toLowerCase(Locale.ROOT));
    }

    String help() {
        return Texts.text("readers.word-help." + name().toLowerCase(Locale.ROOT));
    }
}
