package org.giaoban.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Where one unit stands with its return for a period: days late count to the day it was sent, or to today when it was not. */
public record UnitProgress(
        UnitId unit,
        String unitCode,
        String unitName,
        ReturnState state,
        @Nullable Instant submittedAt,
        LocalDate dueOn,
        int daysLate,
        int findings,
        String href) {}
