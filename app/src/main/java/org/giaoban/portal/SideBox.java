package org.giaoban.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box beside public pages: a heading and what it leads to. */
public record SideBox(String title, List<Entry> entries) {

    /**
     * One line of a box.
     *
     * @param strong stands out as a banner
     * @param picture stands in the place of the name; null where there is none
     */
    public record Entry(
            String name,
            String href,
            String text,
            boolean strong,
            @Nullable PictureView picture) {}
}
