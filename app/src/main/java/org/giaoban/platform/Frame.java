package org.giaoban.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page: who looks, in which language and theme, where, and what was said last.
 *
 * @param lang "vi" or "en"
 * @param theme "light", "dark" or "auto"
 * @param viewerName null for a visitor
 * @param menu makes the side navigation
 * @param csrfToken hidden field of every form
 */
public record Frame(
        String lang,
        String theme,
        @Nullable String viewerName,
        String path,
        String query,
        Supplier<List<Group>> menu,
        List<Flash.Message> flashes,
        String csrfName,
        String csrfToken,
        boolean demo,
        String siteName,
        String siteSubtitle,
        LocalDate today) {

    /** The side navigation, whose numbers are counted only for pages that show it. */
    public List<Group> nav() {
        return menu.get();
    }

    /** A group of the side navigation with its visible entries. */
    public record Group(@Nullable String textKey, List<NavItem> items) {}
}
