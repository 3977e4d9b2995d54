package org.giaoban.pageimport;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Tells a table of facts from one that only puts things side by side, and writes it as rows and cells. */
final class DataTable {

    static final String CELL = "\t";
    static final String ROW = "\n";

    private static final Evaluator NO_DATA = QueryParser.parse("table table, img, ul, h1, h2, h3, form, iframe");
    private static final Evaluator LINKS = QueryParser.parse("a");
    private static final Evaluator ROWS = QueryParser.parse("tr");
    private static final int LONGEST_CELL = 160;
    private static final int MOST_ROWS = 400;

    private DataTable() {}

    static boolean is(Element element) {
        if (!element.normalName().equals("table") || element.selectFirst(NO_DATA) != null) {
            return false;
        }
        var rows = rows(element);
        var wide = rows.stream().filter(row -> row.size() >= 2).count();
        return rows.size() >= 2
                && wide >= rows.size() - 1L
                && element.select(LINKS).size() <= rows.size() / 2
                && rows.stream().flatMap(List::stream).noneMatch(cell -> cell.length() > LONGEST_CELL);
    }

    static String text(Element table) {
        var lines = new ArrayList<String>();
        rows(table).forEach(row -> lines.add(String.join(CELL, row)));
        return String.join(ROW, lines);
    }

    private static List<List<String>> rows(Element table) {
        return table.select(ROWS).stream()
                .limit(MOST_ROWS)
                .map(row -> row.children().stream()
                        .filter(cell -> cell.nameIs("td") || cell.nameIs("th"))
                        .map(cell -> HtmlBlocks.clean(cell.text()))
                        .toList())
                .filter(row -> !row.isEmpty())
                .toList();
    }
}
