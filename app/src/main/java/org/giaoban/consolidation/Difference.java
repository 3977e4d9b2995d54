package org.giaoban.consolidation;

import java.time.Instant;
import java.util.List;
import org.giaoban.indicators.FigureText;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A figure that was sent up and is another one now: which units moved it, since when, and whether that was refused. */
record Difference(
        Indicator indicator,
        Figure sealed,
        Figure now,
        List<Cause> causes,
        @Nullable Refusal refusal) {

    /** A unit whose share is another one than was consolidated. */
    record Cause(
            UnitId unit,
            String name,
            String was,
            String is,
            @Nullable Instant since,
            @Nullable String how) {}

    /** The printed figure stays, for this reason. */
    record Refusal(String reason, Instant at, String by) {}

    boolean open() {
        return refusal == null;
    }

    String sealedText() {
        return FigureText.of(indicator, sealed);
    }

    String nowText() {
        return FigureText.of(indicator, now);
    }
}
