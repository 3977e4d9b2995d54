package org.giaoban.portal;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Reads what a look means: bold by style becomes strong, and spans that mean nothing go. */
final class TextLooks {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private TextLooks() {}

    static void read(Element body) {
        body.select("b").tagName("strong");
        body.select("i, cite, dfn, var").tagName("em");
        body.select("ins").tagName("u");
        body.select("del, strike").tagName("s");
        AllAtOnce.unwrap(
                body.select("strong, em").stream().filter(TextLooks::plain).toList());
        var spans = body.select("span, font").stream()
                .filter(span -> !span.hasAttr(RichText.FIGURE))
                .toList();
        spans.forEach(TextLooks::meant);
        AllAtOnce.unwrap(spans);
        AllAtOnce.unwrap(body.select("strong strong, em em, u u, h2 > strong, h3 > strong"));
        neighbours(body, "strong");
        neighbours(body, "em");
    }

    /** Some editors wrap the whole clipboard in a bold that is not bold. */
    private static boolean plain(Element each) {
        var weight = WordPaste.style(each, "font-weight");
        var style = WordPaste.style(each, "font-style");
        return each.normalName().equals("strong")
                ? weight.equals("normal") || weight.equals("400")
                : style.equals("normal");
    }

    private static void meant(Element span) {
        var names = new LinkedHashSet<String>();
        var weight = WordPaste.style(span, "font-weight");
        if ((weight.startsWith("bold") || weight.matches("[6-9]00")) && !inHeading(span)) {
            names.add("strong");
        }
        if (WordPaste.style(span, "font-style").equals("italic")) {
            names.add("em");
        }
        var line = WordPaste.style(span, "text-decoration") + WordPaste.style(span, "text-decoration-line");
        if (line.contains("underline") && span.closest("a") == null) {
            names.add("u");
        }
        if (line.contains("line-through")) {
            names.add("s");
        }
        var align = WordPaste.style(span, "vertical-align").toLowerCase(Locale.ROOT);
        if (align.equals("super") || align.equals("sub")) {
            names.add(align.equals("super") ? "sup" : "sub");
        }
        names.forEach(name -> {
            var inner = new Element(name);
            var held = List.copyOf(span.childNodes());
            span.empty();
            inner.appendChildren(held);
            span.appendChild(inner);
        });
    }

    private static boolean inHeading(Element span) {
        return span.parents().stream().anyMatch(parent -> HEADINGS.contains(parent.normalName()));
    }

    /** Word cuts one bold stretch into many. */
    private static void neighbours(Element body, String name) {
        var into = new IdentityHashMap<Node, Element>();
        for (var each : body.select(name)) {
            if (each.previousSibling() instanceof Element before
                    && before.normalName().equals(name)) {
                var first = into.getOrDefault(before, before);
                List.copyOf(each.childNodes()).forEach(first::appendChild);
                into.put(each, first);
            }
        }
        AllAtOnce.remove(into.keySet());
    }
}
