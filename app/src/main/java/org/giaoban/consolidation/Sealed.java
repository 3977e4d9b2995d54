package org.giaoban.consolidation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.Figure;
import org.jspecify.annotations.Nullable;

/** One version of a consolidated report as it was sent up: it never changes. */
record Sealed(
        int number,
        Stamp stamp,
        Heard heard,
        Map<String, String> texts,
        Map<String, Line> lines,
        List<AsNow.Child> children,
        String hash) {

    /** Who sent it and why there is a version: the first one and later ones of an open report, or a correction taken in. */
    record Stamp(
            Instant at,
            AccountId account,
            String by,
            Why why,
            @Nullable String note) {}

    /** The reason of a version. */
    enum Why {
        SENT,
        TAKEN_IN
    }

    /** How many returns were expected, had come, and were accepted. */
    record Heard(int expected, int received, int accepted) {}

    /**
     * One printed figure or list.
     *
     * @param printed its place in the register of printed figures; lists have none
     */
    record Line(
            Stated stated,
            int expected,
            int received,
            @Nullable UUID printed) {}

    Stated stated(String indicator) {
        var line = lines.get(indicator);
        return line == null ? Stated.SILENCE : line.stated();
    }

    Figure figure(String indicator) {
        return stated(indicator).figure();
    }
}
