package org.giaoban.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a module above has to say of a unit on the unit's own page, in a few lines. */
public interface UnitPanel {

    /** Empty when there is nothing to say, or the viewer may not read it. */
    Optional<Panel> of(Unit unit, LocalDate day);

    /** A card with lines, and where there is more. */
    record Panel(String title, String icon, String href, String more, List<Line> lines) {}

    /**
     * A figure or fact.
     *
     * @param href the rows behind it
     * @param state a state's kind and word; null when there is none to tell
     */
    record Line(
            String label,
            String value,
            boolean missing,
            String href,
            @Nullable State state) {}

    /** As {@code platform.state} shows it. */
    record State(String kind, String word) {}
}
