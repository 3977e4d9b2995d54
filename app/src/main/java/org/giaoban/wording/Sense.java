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
    /** What the meeting agrees to, or what is so already; only promises of effort in it are vague. */
    AGREED,
    /** Words that only mention: neither they nor a person or paper right after them say who and by what measure. */
    MENTION,
    /** A new thought begins; what was done by being said before it does not speak for what follows. */
    TURN;

    public String words() {
        return Texts.text("wording.sense." + name().toLowerCase(Locale.ROOT));
    }

    /** What a phrase of this list does to a sentence. */
    String effect() {
        return Texts.text("wording.effect." + name().toLowerCase(Locale.ROOT));
    }
}
