package org.giaoban.portal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The body of an article: what may stand in it, and the figures it is bound to. */
final class ArticleHtml {

    static final String FIGURE = RichText.FIGURE;

    private ArticleHtml() {}

    /** Only what an article may hold, in one Unicode form; done when it is written and again when it is read. */
    static String clean(String html) {
        return RichText.clean(html);
    }

    static Set<UUID> figures(String html) {
        var ids = new LinkedHashSet<UUID>();
        parse(html).select("span[" + FIGURE + "]").forEach(span -> id(span).ifPresent(ids::add));
        return ids;
    }

    static String plain(String html) {
        return parse(html).text();
    }

    /** The words of a body, a line for every paragraph, heading, point and row. */
    static String lines(String html) {
        var document = parse(html);
        document.select("p,h2,h3,h4,li,tr,blockquote,caption").before("\n");
        document.select("td,th").append(" ");
        return document.body().wholeText().strip().replaceAll("[\\s&&[^\n]]*\n\\s*", "\n");
    }

    /** The body as it is shown: every bound figure as the register's own text, made into whatever the page wants. */
    static String shown(String html, Map<UUID, String> texts, Function<Bound, Element> mark) {
        var document = parse(clean(html));
        for (var span : document.select("span[" + FIGURE + "]")) {
            var known = id(span).filter(texts::containsKey);
            if (known.isPresent()) {
                span.replaceWith(mark.apply(new Bound(known.get(), texts.getOrDefault(known.get(), ""))));
            } else {
                span.unwrap();
            }
        }
        return document.body().html();
    }

    /** Points every place that prints one figure to another. */
    static String rebound(String html, UUID from, UUID to, String text) {
        var document = parse(html);
        document.select("span[" + FIGURE + "=" + from + "]")
                .forEach(span -> span.attr(FIGURE, to.toString()).text(text));
        return clean(document.body().html());
    }

    static String bound(UUID id, String text) {
        return new Element("span").attr(FIGURE, id.toString()).text(text).outerHtml();
    }

    /** A figure in the text and what the register says it was. */
    record Bound(UUID id, String text) {}

    private static Optional<UUID> id(Element span) {
        var text = span.attr(FIGURE);
        return RichText.UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static Document parse(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }
}
