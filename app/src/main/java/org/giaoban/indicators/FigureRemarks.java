package org.giaoban.indicators;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;

/** What people said about single values. Implemented by the module in which they say it. */
public interface FigureRemarks {

    /** As far as the viewer may read it, the oldest first. */
    List<Remark> about(String indicator, Collection<UnitId> units, Collection<Period> periods);

    /** Something said, where it was said, and whether the matter is closed. */
    record Remark(String unitName, String byName, Instant at, String text, String href, boolean closed) {}
}
