package org.giaoban.pageimport;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** How an element makes its text look, by its tag, its style and its name. */
final class ElementLook {

    private static final Set<String> BOLD = Set.of("b", "strong", "th");
    private static final Set<String> ITALIC = Set.of("i", "em");
    private static final int NAMED_PARENTS = 4;

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "select",
            "option",
            "textarea",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "canvas",
            "head",
            "math",
            "datalist",
            "map",
            "input",
            "button");

    private ElementLook() {}

    /** Whether a browser begins a new line here. */
    static boolean breaks(Element element) {
        return element.isBlock() || element.normalName().equals("br") && heading(element) == 0;
    }

    /** Whether nothing of it is read. */
    static boolean silent(Element element) {
        return SILENT.contains(element.normalName())
                || element.hasAttr("hidden")
                || style(element).matches("(?s).*(display:none|visibility:hidden).*");
    }

    /** The level of the heading it stands in, 0 when in none. */
    static int heading(Element home) {
        for (Element each = home; each != null; each = each.parent()) {
            if (each.normalName().matches("h[1-6]")) {
                return each.normalName().charAt(1) - '0';
            }
            if (!each.normalName().matches("span|font|strong|b|em|i|div|center|a")) {
                return 0;
            }
        }
        return 0;
    }

    static boolean bold(Element element) {
        return BOLD.contains(element.normalName()) || style(element).matches("(?s).*font-weight:(bold|[6-9]00).*");
    }

    static boolean italic(Element element) {
        return ITALIC.contains(element.normalName()) || style(element).contains("font-style:italic");
    }

    /** Set in the middle or at the right, as captions and names under a text are. */
    static boolean aside(Element home) {
        var own = home.attr("align") + style(home);
        var around = home.parent() == null ? "" : home.parent().attr("align");
        return (own + around).toLowerCase(Locale.ROOT).matches("(?s).*(right|center|text-align:end).*")
                || home.normalName().equals("center");
    }

    static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /** What the nearest containers are called. */
    static String names(Element home) {
        var names = new StringBuilder();
        var each = home;
        for (var up = 0; each != null && up < NAMED_PARENTS; up++, each = each.parent()) {
            if (!each.normalName().equals("body") && !each.normalName().equals("html")) {
                names.append(up == 0 ? "" : " ").append(own(each));
            }
        }
        return names.toString();
    }

    /** What a container calls itself. */
    static String own(Element element) {
        return (element.normalName() + "." + element.className() + "." + element.id() + "." + element.attr("itemprop"))
                .toLowerCase(Locale.ROOT);
    }
}
