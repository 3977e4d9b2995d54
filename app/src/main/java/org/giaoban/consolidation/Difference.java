package org.giaoban.consolidation;

import java.time.Instant;
import java.util.List;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** A figure or a list that was sent up and is another one now: which units moved it, since when, and whether that was refused. */
record Difference(
        Indicator indicator,
        Stated sealed,
        Stated now,
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

    /** Whether it is a list of words, which takes more room than a figure. */
    boolean words() {
        return indicator.type() == Indicator.Type.TEXT;
    }

    String sealedText() {
        return sealed.text(indicator);
    }

    String nowText() {
        return now.text(indicator);
    }
}
