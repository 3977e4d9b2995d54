package org.giaoban.indicators;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.Figure;

/** A figure as a text printed it: the value does not change, but says when the rows behind it were corrected since. */
public record FrozenFigure(
        UUID id,
        FigureRef ref,
        String unitCode,
        Figure figure,
        String text,
        Instant asOf,
        boolean corrected,
        String textNow) {

    /** Public passport page; open only while a published text carries it. */
    public String href() {
        return "/figures/frozen/" + id;
    }
}
