package org.giaoban.reporting;

import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Something in a unit's return that does not add up, told in the viewer's language with its arithmetic. */
public record Finding(
        UnitId unit,
        String unitName,
        Severity severity,
        String title,
        String sentence,
        @Nullable String reason,
        String href) {}
