package org.giaoban.platform;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page: who looks, in which language and theme, where, and what was said last.
 *
 * @param lang "vi" or "en"
 * @param theme "light", "dark" or "auto"
 * @param viewerName null for a visitor
 * @param csrfToken hidden field of every form
 */
public record Frame(
        String lang,
        String theme,
        @Nullable String viewerName,
        String path,
        String query,
        List<Group> nav,
        List<Flash.Message> flashes,
        String csrfName,
        String csrfToken,
        boolean demo,
        String siteName,
        String siteSubtitle,
        LocalDate today) {

    /** A group of the side navigation with its visible entries. */
    public record Group(@Nullable String textKey, List<NavItem> items) {}
}
