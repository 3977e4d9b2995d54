package org.giaoban.reporting;

/** How far a unit's return for one period has come. */
public enum ReturnState {
    /** Nothing was ever saved. */
    MISSING,
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED;

    /** Whether its figures count in the roll-ups. */
    public boolean received() {
        return this == SUBMITTED || this == ACCEPTED;
    }
}
