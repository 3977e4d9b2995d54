package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.pageimport.Block.Kind;
import org.giaoban.pageimport.Block.Look;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks a document once and cuts it into blocks where a browser would begin a new line. */
final class HtmlBlocks implements NodeVisitor {

    private static final int MOST = 20_000;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u200B-\\u200D\\uFEFF\\u00AD]+");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int links;
    private int bold;
    private int italic;
    private int inLink;
    private int inBold;
    private int inItalic;
    private Element home;
    private int silent;

    private HtmlBlocks(Element body) {
        home = body;
    }

    static List<Block> of(Element body) {
        var walk = new HtmlBlocks(body);
        body.traverse(walk);
        walk.flush();
        return walk.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode letters) {
            append(letters.getWholeText());
        } else if (node instanceof Element element) {
            open(element);
        }
    }

    private void open(Element element) {
        if (silent > 0 || ElementLook.silent(element)) {
            silent++;
            return;
        }
        if (DataTable.is(element)) {
            table(element);
            return;
        }
        if (element.normalName().equals("pre")) {
            lines(element);
            return;
        }
        if (ElementLook.breaks(element)) {
            flush();
            home = element.isBlock() ? element : home;
        }
        inLink += element.normalName().equals("a") ? 1 : 0;
        inBold += ElementLook.bold(element) ? 1 : 0;
        inItalic += ElementLook.italic(element) ? 1 : 0;
        if (element.normalName().equals("img")) {
            picture(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (silent > 0) {
            silent--;
            return;
        }
        inLink -= element.normalName().equals("a") ? 1 : 0;
        inBold -= ElementLook.bold(element) ? 1 : 0;
        inItalic -= ElementLook.italic(element) ? 1 : 0;
        if (ElementLook.breaks(element)) {
            flush();
            home = element.isBlock() ? around(element) : home;
        }
    }

    private static Element around(Element element) {
        var parent = element.parent();
        while (parent != null && !parent.isBlock()) {
            parent = parent.parent();
        }
        return parent == null ? element : parent;
    }

    /** Text that was set with its own line ends is read as such. */
    private void lines(Element pre) {
        flush();
        var look = new Look(0, 0, false, false, false, ElementLook.names(pre));
        PlainBlocks.of(pre.wholeText()).stream()
                .limit(Math.max(0, MOST - blocks.size()))
                .forEach(line -> blocks.add(new Block(line.kind(), line.text(), look, pre)));
        silent = 1;
    }

    /** A table of facts is one block; what stands inside is not walked again. */
    private void table(Element table) {
        flush();
        if (blocks.size() < MOST) {
            var look = new Look(0, 0, false, false, false, ElementLook.names(table));
            blocks.add(new Block(Kind.TABLE, DataTable.text(table), look, table.parent()));
        }
        silent = 1;
    }

    private void append(String letters) {
        if (silent > 0) {
            return;
        }
        text.append(letters);
        var count = letters.strip().length();
        links += inLink > 0 ? count : 0;
        bold += inBold > 0 ? count : 0;
        italic += inItalic > 0 ? count : 0;
    }

    private void flush() {
        var said = clean(text.toString());
        if (!said.isEmpty() && blocks.size() < MOST) {
            var heading = ElementLook.heading(home);
            var length = (double) Math.max(1, text.toString().strip().length());
            var look = new Look(
                    heading,
                    links / length,
                    bold / length > 0.8,
                    italic / length > 0.8,
                    ElementLook.aside(home),
                    ElementLook.names(home));
            blocks.add(new Block(kind(home, heading), said, look, home));
        }
        text.setLength(0);
        links = 0;
        bold = 0;
        italic = 0;
    }

    private void picture(Element image) {
        var before = text.toString();
        if (before.isBlank()) {
            flush();
        }
        if (blocks.size() < MOST) {
            var look = new Look(0, inLink > 0 ? 1 : 0, false, false, false, ElementLook.names(home));
            blocks.add(new Block(Kind.PICTURE, clean(image.attr("alt")), look, image));
        }
    }

    static String clean(String words) {
        return SPACES.matcher(words).replaceAll(" ").strip();
    }

    private static Kind kind(Element home, int heading) {
        if (heading > 0) {
            return Kind.HEADING;
        }
        return switch (home.normalName()) {
            case "li", "dd", "dt" -> Kind.ITEM;
            case "figcaption", "caption" -> Kind.CAPTION;
            default -> Kind.TEXT;
        };
    }
}
