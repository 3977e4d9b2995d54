package org.giaoban.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.jspecify.annotations.Nullable;

/** Something that is public, as visitors are shown it. */
record Released(
        UUID id,
        UnitId unit,
        Kind kind,
        @Nullable UUID source,
        Facts facts,
        String sort,
        @Nullable String slug,
        LocalDate on,
        @Nullable LocalDate until,
        Instant at) {

    String title() {
        return facts.told("title");
    }

    String day() {
        return Formats.date(on);
    }

    /** Whether it holds on a day: begun, and not over. */
    boolean holds(LocalDate day) {
        return !on.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /** Its place in a list, newest first, for the next page. */
    String place() {
        return on + "_" + id;
    }
}
