package org.giaoban.wording;

/** What the fields beside the text say already. */
public record Known(boolean who, boolean when, boolean measure) {

    public static final Known NOTHING = new Known(false, false, false);

    boolean has(Missing part) {
        return switch (part) {
            case WHO -> who;
            case WHEN -> when;
            case MEASURE -> measure;
        };
    }
}
