package org.giaoban.kernel;

/** How a printed value relates to the true one: "7,300", "over 7,300", "nearly 14", "about 40". */
public enum Qualifier {
    EXACT,
    OVER,
    NEARLY,
    ABOUT;

    /** What may be said of a sum of two values so qualified. */
    public Qualifier and(Qualifier other) {
        if (this == other || other == EXACT) {
            return this;
        }
        return this == EXACT ? other : ABOUT;
    }
}
