package org.giaoban.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.proofreading.Passage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** A body's HTML as the plain text of its blocks, with the way back from a place in that text to the HTML. */
final class BodyText {

    private static final String BLOCKS = "p, h2, h3, h4, li, td, th, caption, blockquote, body";

    private final Document document;
    private final List<Block> blocks;

    /** A text node and where its text begins in the block's. */
    private record Piece(TextNode node, int from) {

        int to() {
            return from + node.getWholeText().length();
        }
    }

    private static final class Block {
        private final StringBuilder text = new StringBuilder();
        private final List<Piece> pieces = new ArrayList<>();
        private final List<Passage.Bound> bound = new ArrayList<>();

        private void add(TextNode node) {
            var from = text.length();
            pieces.add(new Piece(node, from));
            text.append(node.getWholeText().replace('\n', ' '));
            if (node.parent() instanceof Element parent && parent.hasAttr(ArticleHtml.FIGURE)) {
                bound.add(new Passage.Bound(from, text.length()));
            }
        }
    }

    private BodyText(Document document, List<Block> blocks) {
        this.document = document;
        this.blocks = blocks;
    }

    static BodyText of(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        Map<Element, Block> blocks = new LinkedHashMap<>();
        document.body().traverse((NodeVisitor) (node, depth) -> read(node, blocks));
        return new BodyText(
                document,
                blocks.values().stream()
                        .filter(block -> !block.text.toString().isBlank())
                        .toList());
    }

    private static void read(Node node, Map<Element, Block> blocks) {
        if (node instanceof TextNode text) {
            blocks.computeIfAbsent(around(text), block -> new Block()).add(text);
        } else if (node instanceof Element line && line.normalName().equals("br")) {
            blocks.computeIfAbsent(around(line), block -> new Block()).text.append('\n');
        }
    }

    private static Element around(Node node) {
        var parent = node.parent();
        while (parent instanceof Element element) {
            if (element.is(BLOCKS)) {
                return element;
            }
            parent = parent.parent();
        }
        throw new IllegalArgumentException("A node outside the body");
    }

    List<Passage> passages() {
        return blocks.stream()
                .map(block -> new Passage(ArticleWords.BODY, block.text.toString(), block.bound))
                .toList();
    }

    /** Puts HTML in the place of some of a block's words. */
    void put(int block, int from, int to, String html) {
        var first = true;
        for (var piece : List.copyOf(blocks.get(block).pieces)) {
            var inside = piece.from() < to && from < piece.to();
            if (inside || first && from == to && piece.from() <= from && from <= piece.to()) {
                cut(piece, from, to, first ? html : "");
                first = false;
            }
        }
    }

    private static void cut(Piece piece, int from, int to, String html) {
        var text = piece.node().getWholeText();
        var head = text.substring(0, Math.max(0, from - piece.from()));
        var tail = text.substring(Math.min(text.length(), to - piece.from()));
        for (var node : Parser.parseFragment(html, new Element("p"), "")) {
            piece.node().before(node);
        }
        var first = piece.node().previousSibling();
        piece.node().text(tail);
        if (!head.isEmpty()) {
            var start = html.isEmpty() || first == null ? piece.node() : first;
            start.before(new TextNode(head));
        }
    }

    String html() {
        AllAtOnce.remove(document.select("p:empty, li:empty"));
        return document.body().html();
    }
}
