package org.giaoban.platform;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the side navigation.
 *
 * @param icon Tabler icon name without "ti-"
 * @param badge number of things waiting; absent shows none
 */
public record NavItem(
        NavGroup group,
        int order,
        String textKey,
        String icon,
        String href,
        @Nullable Integer badge) {

    public NavItem(NavGroup group, int order, String textKey, String icon, String href) {
        this(group, order, textKey, icon, href, null);
    }

    /** Whether the page at this path belongs to the entry. */
    public boolean active(String path) {
        return path.equals(href) || path.startsWith(href + "/");
    }
}
