package org.giaoban.files;

/** An archive that is not opened further, and why. */
public class UnsafeZip extends RuntimeException {

    /** What is wrong with it. */
    public enum Why {
        BROKEN,
        TOO_MANY_ENTRIES,
        TOO_LARGE_INSIDE,
        TOO_DENSE,
        BAD_NAME
    }

    private final transient Why why;

    public UnsafeZip(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
