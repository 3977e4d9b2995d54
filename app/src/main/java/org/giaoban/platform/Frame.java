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
 * @param token hidden field of every form, made with its cookie when a form asks for it
 */
public record Frame(
        String lang,
        String theme,
        @Nullable String viewerName,
        String path,
        String query,
        Supplier<List<Group>> menu,
        List<Flash.Message> flashes,
        Supplier<Token> token,
        boolean demo,
        String siteName,
        String siteSubtitle,
        LocalDate today) {

    /** The side navigation, whose numbers are counted only for pages that show it. */
    public List<Group> nav() {
        return menu.get();
    }

    public String csrfName() {
        return token.get().name();
    }

    public String csrfToken() {
        return token.get().value();
    }

    /** What shows that a form is ours. */
    public record Token(String name, String value) {}

    /** A group of the side navigation with its visible entries. */
    public record Group(@Nullable String textKey, List<NavItem> items) {}
}
