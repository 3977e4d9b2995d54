package org.giaoban.pageimport;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** How an element makes its text look, by its tag, its style and its name. */
final class ElementLook {

    private static final Set<String> BOLD = Set.of("b", "strong", "th");
    private static final Set<String> ITALIC = Set.of("i", "em");
    private static final Set<String> AROUND_HEADING =
            Set.of("span", "font", "strong", "b", "em", "i", "div", "center", "a");
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern HIDDEN = Pattern.compile("display:none|visibility:hidden");
    private static final Pattern HEAVY = Pattern.compile("font-weight:(bold|[6-9]00)");
    private static final Pattern ASIDE = Pattern.compile("right|center|text-align:end");
    private static final int NAMED_PARENTS = 4;
    private static final int LONGEST = 300;

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
                || HIDDEN.matcher(style(element)).find();
    }

    /** The level of the heading it stands in, 0 when in none. */
    static int heading(Element home) {
        for (Element each = home; each != null; each = each.parent()) {
            if (HEADING.matcher(each.normalName()).matches()) {
                return each.normalName().charAt(1) - '0';
            }
            if (!AROUND_HEADING.contains(each.normalName())) {
                return 0;
            }
        }
        return 0;
    }

    static boolean bold(Element element) {
        return BOLD.contains(element.normalName())
                || HEAVY.matcher(style(element)).find();
    }

    static boolean italic(Element element) {
        return ITALIC.contains(element.normalName()) || style(element).contains("font-style:italic");
    }

    /** Set in the middle or at the right, as captions and names under a text are. */
    static boolean aside(Element home) {
        var own = cut(home.attr("align")) + style(home);
        var around = home.parent() == null ? "" : cut(home.parent().attr("align"));
        return ASIDE.matcher((own + around).toLowerCase(Locale.ROOT)).find()
                || home.normalName().equals("center");
    }

    static String style(Element element) {
        return cut(element.attr("style")).toLowerCase(Locale.ROOT).replace(" ", "");
    }

    /** A container may call itself by a million letters, and is asked for each of its blocks. */
    private static String cut(String attribute) {
        return attribute.substring(0, Math.min(attribute.length(), LONGEST));
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
        return (element.normalName() + "." + cut(element.className()) + "." + cut(element.id()) + "."
                        + cut(element.attr("itemprop")))
                .toLowerCase(Locale.ROOT);
    }
}
