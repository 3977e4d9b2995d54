package org.giaoban.organization;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** The units a unit came from and those that came after it, as a drawing: ancestors left, successors right. */
public record Lineage(UnitId unit, List<Node> nodes, List<Succession> arrows) {

    /**
     * A unit in the drawing.
     *
     * @param column 0 for the unit itself, -1 for what it came from, 1 for what came after it, and so on
     * @param until the first day without it; null while it exists
     */
    public record Node(
            UnitId unit,
            int column,
            String code,
            String name,
            LocalDate from,
            @Nullable LocalDate until) {}
}
