package org.giaoban.reporting;

/** What came of saving a return: the answer, the row as it stands now, what was examined, and both contents. */
record Saved(Status status, ReturnRow row, Examined examined, Content before, Content after) {

    /** The answers saving can give. */
    enum Status {
        /** A version was kept or is there already, and the return is sent. */
        SENT,
        /** A version was kept; the return is not sent. */
        DRAFT,
        /** It says what is there already. */
        UNCHANGED,
        /** This very file came before a newer version; nothing was done. */
        OLDER,
        /** The return is accepted; it must be opened again first. */
        CLOSED,
        /** The return is sent and this is not whole, so the sent one stays. */
        SENT_STAYS
    }

    Saved with(Status other) {
        return new Saved(other, row, examined, before, after);
    }

    Saved with(ReturnRow other) {
        return new Saved(status, other, examined, before, after);
    }
}
