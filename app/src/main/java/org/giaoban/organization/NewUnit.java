package org.giaoban.organization;

import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What is said when a unit is founded; {@code basis} names the decision. */
public record NewUnit(
        String code,
        String name,
        String shortName,
        String kind,
        @Nullable UnitId parent,
        DateRange valid,
        String basis) {}
