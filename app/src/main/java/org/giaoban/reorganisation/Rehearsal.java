package org.giaoban.reorganisation;

import java.util.List;
import java.util.Set;
import org.giaoban.organization.Difference.What;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would do.
 *
 * @param rows every unit that ends, begins or changes, in the order of the tree before; new ones last
 * @param executable no conflict is open and something happens at all
 */
record Rehearsal(
        Plan plan,
        List<Row> rows,
        List<PlanCount> counts,
        List<PartReport> parts,
        List<Open> conflicts,
        boolean executable) {

    /** One unit before and after, and where its share goes or where it comes from. */
    record Row(
            Set<What> what,
            @Nullable Place before,
            @Nullable Place after,
            List<Flow> flows) {}

    /** How many units of a kind there are before and after. */
    record PlanCount(String kind, int before, int after) {}
}
