package org.giaoban.reporting;

import java.util.List;

/** What a return lacks and what does not hold in it. */
record Examined(List<Found> findings, List<String> missing) {

    boolean blocked() {
        return findings.stream().anyMatch(found -> found.severity() == Severity.BLOCKING);
    }

    /** Everything asked for is there and nothing blocks: it may be sent. */
    boolean whole() {
        return missing.isEmpty() && !blocked();
    }
}
