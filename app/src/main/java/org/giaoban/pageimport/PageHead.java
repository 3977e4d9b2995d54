package org.giaoban.pageimport;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/** What a page says of itself to machines; empty where it says nothing. */
record PageHead(String windowTitle, String title, String description, String published, String author) {

    static final PageHead NONE = new PageHead("", "", "", "", "");

    private static final int LONGEST = 20_000;

    static PageHead of(Document page) {
        return new PageHead(
                HtmlBlocks.clean(page.title()),
                first(said(page, "headline"), meta(page, "og:title", "twitter:title", "dc.title", "title")),
                first(meta(page, "og:description", "description", "twitter:description"), said(page, "description")),
                first(
                        said(page, "datePublished"),
                        meta(
                                page,
                                "article:published_time",
                                "og:published_time",
                                "pubdate",
                                "datepublished",
                                "dc.date",
                                "dc.date.issued",
                                "date")),
                first(
                        first(
                                said(page, "author"),
                                HtmlBlocks.clean(page.select("[rel=author], [itemprop=author]").stream()
                                        .limit(1)
                                        .map(each -> each.text())
                                        .reduce("", String::concat))),
                        meta(page, "author", "article:author", "dc.creator")));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static String meta(Document page, String... names) {
        var all = page.select("meta[content]");
        for (var name : names) {
            for (var each : all) {
                if (name.equalsIgnoreCase(each.attr("property"))
                        || name.equalsIgnoreCase(each.attr("name"))
                        || name.equalsIgnoreCase(each.attr("itemprop"))) {
                    var content = HtmlBlocks.clean(each.attr("content"));
                    if (!content.isEmpty()) {
                        return content;
                    }
                }
            }
        }
        return "";
    }

    /** One name out of the page's description in JSON, read without trusting that it is well formed. */
    private static String said(Document page, String name) {
        for (var script : page.select("script[type=application/ld+json]")) {
            var data = script.data();
            var kind = Pattern.compile("\"@type\"\\s*:\\s*\\[?\\s*\"[A-Za-z]*(Article|Posting)\"");
            if (data.length() > LONGEST || !kind.matcher(data).find()) {
                continue;
            }
            for (var form : List.of(
                    "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"",
                    "\"\\s*:\\s*\\[?\\s*\\{[^}]*?\"name\"\\s*:\\s*\"([^\"]*)\"")) {
                var found = Pattern.compile("\"" + name + form).matcher(data);
                if (found.find()) {
                    return HtmlBlocks.clean(org.jsoup.parser.Parser.unescapeEntities(unescaped(found.group(1)), false));
                }
            }
        }
        return "";
    }

    private static String unescaped(String text) {
        var plain = Pattern.compile("\\\\u([0-9a-fA-F]{4})")
                .matcher(text)
                .replaceAll(hit -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(hit.group(1), 16))));
        return plain.replace("\\\"", "\"").replace("\\/", "/").replace("\\n", " ");
    }
}
