package org.giaoban.organization;

import java.util.LinkedHashMap;
import java.util.Map;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** By which tree facts of the past are shown: the one of their own day, or today's, reached through successions. */
public enum TreeView {
    AS_WAS("was"),
    AS_TODAY("today");

    private static final String PARAMETER = "tree";

    private final String word;

    TreeView(String word) {
        this.word = word;
    }

    /** The view an address asks for with {@code tree=today}; as it was, unless it says so. */
    public static TreeView of(@Nullable String typed) {
        return AS_TODAY.word.equals(typed) ? AS_TODAY : AS_WAS;
    }

    /** The address of the same page in this view; it must not name a view yet. */
    public String on(String href) {
        return this == AS_WAS ? href : href + (href.contains("?") ? "&" : "?") + PARAMETER + "=" + word;
    }

    /** Both views of a page, by address, as its switch shows them. */
    static Map<String, String> links(String href) {
        var links = new LinkedHashMap<String, String>();
        for (var view : values()) {
            links.put(view.on(href), Texts.text("organization.view." + view.word));
        }
        return links;
    }
}
