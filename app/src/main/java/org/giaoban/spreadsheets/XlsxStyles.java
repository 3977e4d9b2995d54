package org.giaoban.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells from a cell's number format whether its number is shown as a percentage or as a date. */
record XlsxStyles(List<Cell.Kind> kinds) {

    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final int LONGEST = 255;
    private static final Pattern DATE = Pattern.compile("[dDmMyYhHsS]");

    static XlsxStyles read(Parts parts) {
        var formats = new HashMap<String, Cell.Kind>();
        var kinds = new ArrayList<Cell.Kind>();
        parts.xml("xl/styles.xml").ifPresent(xml -> {
            boolean cells = false;
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    formats.put(xml.value("numFmtId"), shown(xml.value("formatCode")));
                } else if (xml.name().equals("cellXfs")) {
                    cells = xml.starts();
                } else if (cells && xml.starts("xf")) {
                    kinds.add(kind(xml.value("numFmtId"), formats));
                }
            }
        });
        return new XlsxStyles(List.copyOf(kinds));
    }

    Cell.Kind kind(String style) {
        if (!style.matches("\\d{1,6}")) {
            return Cell.Kind.NUMBER;
        }
        int index = Integer.parseInt(style);
        return index < kinds.size() ? kinds.get(index) : Cell.Kind.NUMBER;
    }

    private static Cell.Kind kind(String id, Map<String, Cell.Kind> formats) {
        var own = formats.get(id);
        return own == null ? builtIn(id.matches("\\d{1,6}") ? Integer.parseInt(id) : 0) : own;
    }

    private static Cell.Kind shown(String format) {
        if (format.length() > LONGEST) {
            return Cell.Kind.NUMBER;
        }
        String code = LITERAL.matcher(format).replaceAll("");
        if (code.contains("%")) {
            return Cell.Kind.PERCENT;
        }
        return DATE.matcher(code).find() && !code.contains("General") ? Cell.Kind.DATE : Cell.Kind.NUMBER;
    }

    private static Cell.Kind builtIn(int id) {
        if (id == 9 || id == 10) {
            return Cell.Kind.PERCENT;
        }
        boolean date = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        return date ? Cell.Kind.DATE : Cell.Kind.NUMBER;
    }
}
