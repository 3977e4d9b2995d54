package org.giaoban.spreadsheets;

/** A file that is not read as a spreadsheet, and why. */
public class UnreadableSpreadsheet extends RuntimeException {

    /** The reasons, one plain answer each. */
    public enum Why {
        EMPTY_FILE,
        NOT_A_SPREADSHEET,
        OLD_OR_LOCKED,
        MACROS,
        EXTERNAL_LINKS,
        EMBEDDED_OBJECTS,
        DOCTYPE,
        BOMB,
        TOO_LARGE,
        BUSY,
        BROKEN
    }

    private final transient Why why;

    public UnreadableSpreadsheet(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
