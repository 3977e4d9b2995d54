package org.giaoban.bench;

/**
 * What DHIS2 2.43 reaches on a machine like ours with 3,445 units and 720,000 values, in its better state (repaired by
 * one word, its log of changes switched off), and how far ahead we mean to be.
 */
enum Peer {
    IMPORT("bulk import, values/s", 25_300, 100_000, true),
    IMPORT_MEGABYTES("memory of an import, MB", 5_017, 1_024, false),
    ONE_REPORT("one report of 20 values, p50 ms", 34, 15, false),
    ONE_REPORT_LATE("one report of 20 values, p99 ms", 88, 60, false),
    REPORTS("reports a second", 39, 300, true),
    FRESH("visible at the root, p99 ms", 12_000, 1_000, false),
    SERIES("one indicator, 12 months, root, SQL p50 ms", 79, 10, false),
    COMMUNES("20 indicators, 40 communes, one month, SQL p50 ms", 47, 15, false),
    YEAR("20 indicators, 12 months, root, SQL p50 ms", 364, 15, false),
    START("first answer after a start, s", 47, 8, false);

    private final String what;
    private final double theirs;
    private final double goal;
    private final boolean moreIsBetter;

    Peer(String what, double theirs, double goal, boolean moreIsBetter) {
        this.what = what;
        this.theirs = theirs;
        this.goal = goal;
        this.moreIsBetter = moreIsBetter;
    }

    /** One line: our figure, theirs, how many times better ours is, and whether the goal is reached. */
    void print(double ours) {
        var factor = moreIsBetter ? ours / theirs : theirs / ours;
        var reached = moreIsBetter ? ours >= goal : ours <= goal;
        System.out.printf(
                "beside DHIS2: %s: %,.1f against %,.1f, %.1f times better; goal %,.0f: %s%n",
                what, ours, theirs, factor, goal, reached ? "reached" : "NOT REACHED");
    }
}
