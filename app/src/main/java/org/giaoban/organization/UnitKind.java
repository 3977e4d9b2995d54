package org.giaoban.organization;

import org.giaoban.kernel.DateRange;

/** A kind of unit, from the profile; kinds come and go with the law. */
public record UnitKind(
        String code,
        String name,
        Category category,
        short rank,
        boolean reports,
        boolean ownCell,
        boolean standsAlone,
        DateRange valid) {

    /** What sort of body a unit is. */
    public enum Category {
        PARTY,
        BOARD,
        GOVERNMENT,
        MASS,
        AREA
    }
}
