package org.giaoban.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A member's record with its whole history, the latest first. */
record Member(
        PersonId person,
        UnitId unit,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate officialOn,
        int version,
        List<Stay> stays,
        List<Standing> standings,
        List<Absence> absences) {

    /** How somebody came onto a roster. */
    enum Arrival {
        LISTED,
        ADMITTED,
        TRANSFERRED
    }

    /** How somebody left a roster. */
    enum Leaving {
        TRANSFERRED,
        REMOVED,
        RESIGNED,
        EXPELLED,
        DIED
    }

    /** A time in one branch. */
    record Stay(
            UUID id,
            UnitId unit,
            DateRange valid,
            Arrival arrived,
            @Nullable Leaving left,
            String note) {}

    /** A standing for a time. */
    record Standing(UUID id, String state, DateRange valid, String decision) {}

    /** A time away from home. */
    record Absence(UUID id, String kind, String place, String reason, DateRange valid) {}

    /** A line of the roster of one day. */
    record Line(
            PersonId person,
            UnitId unit,
            LocalDate since,
            @Nullable LocalDate admittedOn,
            String state,
            LocalDate stateSince,
            @Nullable Away away) {}

    /** Where somebody is instead, and why. */
    record Away(String kind, String place, String reason, LocalDate since) {}
}
