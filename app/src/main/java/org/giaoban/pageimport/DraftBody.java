package org.giaoban.pageimport;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.pageimport.ReadPage.Part;
import org.springframework.web.util.HtmlUtils;

/** Writes the parts of a page as the markup of an article: nothing of the page's own markup is kept. */
final class DraftBody {

    private static final int MOST = 190_000;

    private DraftBody() {}

    static String html(List<Part> parts) {
        var html = new StringBuilder();
        var inList = false;
        for (var part : parts) {
            var item = part.kind() == Part.Kind.ITEM;
            html.append(item && !inList ? "<ul>" : !item && inList ? "</ul>" : "");
            inList = item;
            var piece = piece(part);
            if (html.length() + piece.length() > MOST) {
                break;
            }
            html.append(piece);
        }
        return html.append(inList ? "</ul>" : "").toString();
    }

    private static String piece(Part part) {
        return switch (part.kind()) {
            case PARAGRAPH -> "<p>" + escaped(part.text()) + "</p>";
            case HEADING -> "<h3>" + escaped(part.text()) + "</h3>";
            case ITEM -> "<li>" + escaped(part.text()) + "</li>";
            case TABLE -> table(part.text());
        };
    }

    private static String table(String text) {
        var rows = text.split(DataTable.ROW);
        var head = row(rows[0], "th");
        var rest = Stream.of(rows).skip(1).map(row -> row(row, "td")).collect(Collectors.joining());
        return "<table><thead>" + head + "</thead><tbody>" + rest + "</tbody></table>";
    }

    private static String row(String row, String cell) {
        return Stream.of(row.split(DataTable.CELL, -1))
                .map(text -> "<" + cell + ">" + escaped(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
