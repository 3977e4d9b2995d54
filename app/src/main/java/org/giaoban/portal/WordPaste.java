package org.giaoban.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes plain text structure of what a word processor put on the clipboard: lists that were only drawn become lists, looks
 * become meaning, and the rest of its bookkeeping goes. Tables stay tables.
 */
final class WordPaste {

    private static final Pattern MARKS = Pattern.compile(
            "(?i)\\bmso-|class=[\"']?Mso|<o:p|urn:schemas-microsoft-com|<!--\\[if|<!\\[if|docs-internal-guid|<w:");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u200C\\u200D\\u2060\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u2007\\u202F\\t\\r\\n ]+");
    private static final Set<String> BLOCKS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "div", "hr", "pre", "section");
    private static final String GONE = "style, script, xml, meta, link, title, head, img, object, iframe, form, input,"
            + " button, select, textarea, svg, math, col, colgroup, template, noscript";
    private static final List<String> WRAPS = List.of(
            "font", "center", "section", "article", "main", "header", "footer", "label", "small", "big", "abbr");

    private WordPaste() {}

    static boolean recognised(String html) {
        return MARKS.matcher(html).find();
    }

    static String tidy(String html) {
        var document = Jsoup.parseBodyFragment(fragment(html));
        document.outputSettings().prettyPrint(false);
        var body = document.body();
        withoutComments(body);
        AllAtOnce.remove(body.select(GONE));
        foreignNames(body);
        WordLists.build(body);
        TextLooks.read(body);
        spaces(document);
        blocks(body);
        empty(body);
        return body.html();
    }

    /** Between the marks that Windows puts around what was copied, where they are. */
    private static String fragment(String html) {
        var from = html.indexOf("<!--StartFragment-->");
        var to = html.lastIndexOf("<!--EndFragment-->");
        return from >= 0 && to > from ? html.substring(from + "<!--StartFragment-->".length(), to) : html;
    }

    private static void withoutComments(Element body) {
        AllAtOnce.remove(body.nodeStream(Comment.class).toList());
    }

    /** Elements of other vocabularies: drawings and bookkeeping go, words inside smart tags stay. */
    private static void foreignNames(Element body) {
        var smart = new ArrayList<Element>();
        var drawn = new ArrayList<Element>();
        for (var each : body.select("*")) {
            var name = each.normalName();
            if (!name.contains(":")) {
                continue;
            }
            if (name.startsWith("v:")
                    || (name.startsWith("w:") && !name.startsWith("w:sdt"))
                    || name.startsWith("m:")) {
                drawn.add(each);
            } else {
                smart.add(each);
            }
        }
        AllAtOnce.remove(drawn);
        AllAtOnce.unwrap(smart);
    }

    private static void spaces(Document document) {
        document.body().nodeStream(TextNode.class).forEach(text -> {
            var plain = INVISIBLE.matcher(text.getWholeText()).replaceAll("");
            text.text(SPACES.matcher(plain).replaceAll(" "));
        });
    }

    private static void blocks(Element body) {
        body.select("h1").tagName("h2");
        body.select("h5, h6").tagName("h4");
        body.select("p.MsoTitle, p.MsoSubtitle").tagName("h2");
        AllAtOnce.unwrap(body.select(String.join(", ", WRAPS)));
        var boxes = body.select("div, pre");
        var around = boxes.stream().filter(WordPaste::holdsBlocks).toList();
        var words = boxes.stream().filter(box -> !holdsBlocks(box)).toList();
        words.forEach(box -> box.tagName("p"));
        AllAtOnce.unwrap(around);
        for (var cell : body.select("td, th, li")) {
            if (cell.childrenSize() == 1
                    && cell.child(0).normalName().equals("p")
                    && cell.ownText().isBlank()) {
                cell.child(0).unwrap();
            }
        }
        AllAtOnce.unwrap(body.select("a:not([href]), a[href^=#], a[href^=file:]"));
    }

    private static boolean holdsBlocks(Element div) {
        return div.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()));
    }

    /** Emptiness that was used to make distance. */
    private static void empty(Element body) {
        AllAtOnce.remove(body.select("p > br:last-child, li > br:last-child"));
        var blank = body.select("strong, em, u, s, sub, sup, a, span, p, h2, h3, h4, li").stream()
                .filter(each ->
                        each.text().isBlank() && each.select("br, table").isEmpty())
                .toList();
        AllAtOnce.replace(blank, each -> distance((Element) each));
        AllAtOnce.remove(body.select("ul:empty, ol:empty"));
    }

    /** The space that words on both sides still need between them. */
    private static List<Node> distance(Element blank) {
        var block = BLOCKS.contains(blank.normalName()) || blank.normalName().equals("li");
        return block || blank.wholeText().isEmpty() ? List.of() : List.of(new TextNode(" "));
    }

    /** What an element's style says about one thing, in small letters. */
    static String style(Element element, String property) {
        for (var part : element.attr("style").toLowerCase(Locale.ROOT).split(";")) {
            var colon = part.indexOf(':');
            if (colon > 0 && part.substring(0, colon).strip().equals(property)) {
                return part.substring(colon + 1).strip();
            }
        }
        return "";
    }
}
