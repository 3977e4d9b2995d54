package org.giaoban.organization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a day as the page shows it.
 *
 * @param hits what a search found; null when nothing was asked
 */
record TreePage(
        String day,
        String dayText,
        boolean today,
        String query,
        int count,
        List<Count> counts,
        List<Node> nodes,
        @Nullable List<Hit> hits,
        boolean mayFound) {

    /** How many units of one kind the tree has. */
    public record Count(String kind, int number) {}

    /**
     * A unit in the tree.
     *
     * @param note its kind and who leads it
     * @param below number of units right below
     * @param more the units below are not shown here, the link leads to them
     */
    public record Node(
            String code,
            String name,
            String note,
            String icon,
            @Nullable String head,
            int below,
            boolean open,
            boolean more,
            List<Node> children) {}

    /** A unit that a search found, with the units above it. */
    public record Hit(String code, String name, String kind, String above) {}
}
