package org.giaoban.reorganisation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.KindRules;

/**
 * What a plan starts from.
 *
 * @param standing the units of the day by code, in the order of the tree
 * @param others first day and end of units that do not stand on the day, by code
 * @param reserved identities of units that are to be
 */
record Ground(
        LocalDate day,
        Map<String, Standing> standing,
        Map<String, Life> others,
        Map<String, UnitId> reserved,
        KindRules rules) {

    /** A unit that is known to stand. */
    Place place(String code) {
        return Objects.requireNonNull(standing.get(code), code).place();
    }

    /** When a unit that does not stand on the day stood, or will stand. */
    enum Life {
        EARLIER,
        LATER
    }
}
