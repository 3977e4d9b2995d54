package org.giaoban.evaluation;

/** What the system can measure of a meeting; the higher, the better. */
enum Measure {
    /** Members who took part, of those expected. */
    ATTENDANCE(true),
    /** Minutes from opening to end. */
    DURATION(false),
    /** Members who spoke, of those who took part. */
    SPEAKERS(true),
    /** Conclusions that are not vague, of all. */
    CLEAR(true),
    /** Earlier orders that are done, of all. */
    TASKS(true);

    private final boolean share;

    Measure(boolean share) {
        this.share = share;
    }

    boolean share() {
        return share;
    }
}
