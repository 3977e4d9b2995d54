package org.giaoban.spreadsheets;

import java.util.Optional;
import java.util.regex.Pattern;

/** One cell: sheet, row and column, both counted from 0. */
public record CellRef(String sheet, int row, int column) {

    private static final Pattern A1 = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");

    /** As people say it: {@code Chỉ tiêu!F12}. */
    public String label() {
        return sheet + "!" + columnName(column) + (row + 1);
    }

    static String columnName(int column) {
        var name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }

    /** Reads {@code F12} or {@code $F$12} on a sheet. */
    static Optional<CellRef> parse(String sheet, String a1) {
        var matcher = A1.matcher(a1);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int column = 0;
        for (char letter : matcher.group(1).toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            column = column * 26 + (letter - 'A' + 1);
        }
        return Optional.of(new CellRef(sheet, Integer.parseInt(matcher.group(2)) - 1, column - 1));
    }
}
