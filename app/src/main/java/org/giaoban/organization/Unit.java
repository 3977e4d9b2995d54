package org.giaoban.organization;

import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A unit as it was on one day; {@code valid} is how long it was exactly so. */
public record Unit(
        UnitId id,
        String code,
        String name,
        String shortName,
        String kind,
        @Nullable UnitId parent,
        DateRange valid,
        short cellId) {}
