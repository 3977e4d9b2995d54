package org.giaoban.organization;

import java.time.LocalDate;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What is different about a unit from a day on; {@code basis} names the decision. */
record UnitChange(
        String name,
        String shortName,
        String kind,
        @Nullable UnitId parent,
        LocalDate from,
        String basis) {}
