package org.giaoban.organization;

import java.util.List;
import java.util.Map;
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
        boolean past,
        String query,
        int count,
        List<Count> counts,
        List<Node> nodes,
        @Nullable List<Hit> hits,
        Days days,
        boolean mayFound) {

    /**
     * Other days and another way to look.
     *
     * @param quick days worth a look, by address
     * @param compare the page that compares the days around the latest change; null when nothing ever changed
     * @param here the address of this day, without a view
     */
    public record Days(Map<String, String> quick, @Nullable String compare, String here, TreeView view) {}

    /** How many units of one kind the tree has. */
    public record Count(String kind, int number) {}

    /**
     * A unit in the tree.
     *
     * @param note its kind and who leads it
     * @param below number of units right below
     * @param turn what it became after the day of the tree, or what it came from when the past is shown as today
     * @param more the units below are not shown here, the link leads to them
     */
    public record Node(
            String code,
            String name,
            String note,
            String icon,
            @Nullable String head,
            @Nullable String turn,
            int below,
            boolean open,
            boolean more,
            List<Node> children) {}

    /**
     * A unit that a search found, with the unit above it.
     *
     * @param was the earlier name that matched, when it is another
     * @param ended how long it existed, when it did no more on the day
     * @param fate what became of it
     */
    public record Hit(String code, String name, String kind, String above, String was, String ended, String fate) {}
}
