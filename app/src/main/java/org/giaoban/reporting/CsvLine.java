package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.List;

/** Takes a line of a table apart. */
final class CsvLine {

    private CsvLine() {}

    /** Commas part cells; a cell in quotation marks may hold commas, and marks written twice. */
    static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var at = 0;
        while (at <= line.length()) {
            var quoted = at < line.length() && line.charAt(at) == '"';
            var end = quoted ? closing(line, at + 1) : line.indexOf(',', at);
            if (quoted) {
                cells.add(line.substring(at + 1, end).replace("\"\"", "\""));
                at = Math.min(end + 2, line.length() + 1);
            } else {
                cells.add(line.substring(at, end < 0 ? line.length() : end));
                at = end < 0 ? line.length() + 1 : end + 1;
            }
        }
        return cells;
    }

    private static int closing(String line, int from) {
        for (var at = from; at < line.length(); at++) {
            if (line.charAt(at) == '"') {
                if (at + 1 == line.length() || line.charAt(at + 1) != '"') {
                    return at;
                }
                at++;
            }
        }
        return line.length();
    }
}
