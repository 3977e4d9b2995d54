package org.giaoban.wording;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** What the phrases of one list tell about a conclusion. */
public enum Sense {
    /** Promises effort and names no result. */
    EFFORT,
    /** An order of ordinary work, which needs somebody and a day. */
    WORK,
    /** Everybody, which is nobody. */
    NOBODY,
    /** A time nobody can miss. */
    SOMETIME,
    /** Somebody who can be asked. */
    ACTOR,
    /** A day or a rhythm. */
    DATE,
    /** A product or a figure. */
    PRODUCT,
    /** What the meeting does by saying it; nothing is left to follow up. */
    DONE,
    /** What the meeting agrees to; only promises of effort in it are vague. */
    AGREED;

    public String words() {
        return Texts.text("wording.sense." + name().toLowerCase(Locale.ROOT));
    }
}
