package org.giaoban.spreadsheets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;

/** Cells and names as they are found, up to a limit no honest workbook of ours reaches. */
final class Collected {

    private static final int MAX_CELLS = 200_000;
    static final int MAX_TEXT = 32_767;
    static final int MAX_SHEETS = 250;
    private static final int MAX_NAMES = 20_000;
    private static final int LONGEST_TARGET = 500;

    // Possessive: each step back would be a step deeper into the stack.
    private static final Pattern TARGET = Pattern.compile("\\$?('(?:[^']|'')*+'|[^'!.]++)[!.]([$A-Za-z0-9]++)(?::.*)?");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private int written;
    private final Map<CellRef, Cell> cells = new HashMap<>();
    private final Map<String, CellRef> names = new HashMap<>();

    void put(CellRef ref, Cell cell) {
        if (cell.kind() == Cell.Kind.EMPTY) {
            return;
        }
        // Counted as they are written: a place that is written a million times is one cell, and a million times the
        // work.
        if (++written > MAX_CELLS || cell.text().length() > MAX_TEXT) {
            throw new UnreadableSpreadsheet(Why.TOO_LARGE);
        }
        cells.put(ref, cell);
    }

    /** Notes a named cell; names of anything else (ranges over sheets, deleted cells) are passed over. */
    void name(String name, String target) {
        if (names.size() == MAX_NAMES) {
            throw new UnreadableSpreadsheet(Why.TOO_LARGE);
        }
        var matcher = TARGET.matcher(target.strip());
        if (target.length() <= LONGEST_TARGET && matcher.matches()) {
            CellRef.parse(unquote(matcher.group(1)), matcher.group(2)).ifPresent(ref -> names.put(name, ref));
        }
    }

    private static String unquote(String sheet) {
        return sheet.startsWith("'") ? sheet.substring(1, sheet.length() - 1).replace("''", "'") : sheet;
    }

    Spreadsheet as(Spreadsheet.Format format, List<String> sheets) {
        return new Spreadsheet(format, sheets, Map.copyOf(names), Map.copyOf(cells));
    }

    /** Spreadsheets write control characters as _x000D_. */
    static String unescape(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text).replaceAll(found -> {
                    char character = (char) Integer.parseInt(found.group(1), 16);
                    return java.util.regex.Matcher.quoteReplacement(String.valueOf(character));
                })
                : text;
    }
}
