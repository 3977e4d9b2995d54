package org.giaoban.trace;

import java.util.List;
import org.giaoban.tasks.Extras;
import org.giaoban.tasks.TaskLine;
import org.jspecify.annotations.Nullable;

/**
 * The ways from directives to figures that meet in one object.
 *
 * @param title what they meet in
 * @param href its own page; null when it has none
 */
record Trace(String kind, String title, @Nullable String href, List<Way> ways) {

    /** One order with what stands before and after it; what the viewer may not read is left out. */
    record Way(
            List<Extras.Link> directives,
            @Nullable Conclusion conclusion,
            TaskLine task,
            @Nullable String measure,
            List<Moved> figures) {}

    /** The conclusion the order comes from. */
    record Conclusion(String meeting, String href, int number, String text) {}

    /** An indicator the order is to move: its value when the order was given and the newest one. */
    record Moved(String code, String name, String unit, String before, String then, String now, String href) {}
}
