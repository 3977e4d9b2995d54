package org.giaoban.spreadsheets;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;

/** Reads the content of an OpenDocument spreadsheet. */
final class OdsReader {

    private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final int MAX_ROW = 1_048_576;

    private final Xml xml;
    private final Collected collected = new Collected();
    private final List<String> sheets = new ArrayList<>();

    private OdsReader(Xml xml) {
        this.xml = xml;
    }

    static Spreadsheet read(Parts parts) {
        var mimetype = parts.bytes().getOrDefault("mimetype", new byte[0]);
        if (!new String(mimetype, StandardCharsets.US_ASCII).strip().equals(TYPE)) {
            throw new UnreadableSpreadsheet(Why.NOT_A_SPREADSHEET);
        }
        return new OdsReader(parts.required("content.xml")).read();
    }

    private Spreadsheet read() {
        while (xml.next()) {
            if (xml.starts("table")) {
                table();
            } else if (xml.starts("named-range")) {
                name();
            }
        }
        if (sheets.isEmpty()) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
        return collected.as(Spreadsheet.Format.ODS, List.copyOf(sheets));
    }

    private void name() {
        String target = xml.value("base-cell-address");
        String range = xml.value("cell-range-address");
        collected.name(xml.value("name"), range.isEmpty() ? target : range);
    }

    private void table() {
        String sheet = xml.value("name");
        if (sheets.size() == Collected.MAX_SHEETS) {
            throw new UnreadableSpreadsheet(Why.TOO_LARGE);
        }
        sheets.add(sheet);
        int row = 0;
        while (xml.next() && !xml.ends("table")) {
            if (xml.starts("table-source")) {
                throw new UnreadableSpreadsheet(Why.EXTERNAL_LINKS);
            }
            if (xml.starts("named-range")) {
                name();
            } else if (xml.starts("shapes")) {
                xml.skip();
            } else if (xml.starts("table-row")) {
                row = row(sheet, row);
            }
        }
    }

    /** Reads one row, which may stand for many; answers the number of the next. */
    private int row(String sheet, int first) {
        int repeated = xml.count("number-rows-repeated");
        int column = 0;
        while (xml.next() && !xml.ends("table-row")) {
            if (xml.starts("table-cell") || xml.starts("covered-table-cell")) {
                column = cell(new CellRef(sheet, first, column), repeated);
            }
        }
        if (first + repeated > MAX_ROW) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
        return first + repeated;
    }

    private int cell(CellRef first, int rows) {
        int columns = xml.count("number-columns-repeated");
        refuseForeign(xml.value("formula"));
        String element = xml.name();
        String type = xml.value("value-type");
        boolean failed = "error".equals(xml.attribute("calcext", "value-type"));
        String number = xml.value("value");
        var cell = cell(failed ? "error" : type, number, paragraphs(element));
        if (cell.kind() != Cell.Kind.EMPTY) {
            spread(first, rows, columns, cell);
        }
        return first.column() + columns;
    }

    private void spread(CellRef first, int rows, int columns, Cell cell) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                collected.put(new CellRef(first.sheet(), first.row() + row, first.column() + column), cell);
            }
        }
    }

    private static void refuseForeign(String formula) {
        if (formula.contains("'file:")
                || formula.contains("'http")
                || formula.contains("DDE(")
                || formula.contains("WEBSERVICE")) {
            throw new UnreadableSpreadsheet(Why.EXTERNAL_LINKS);
        }
    }

    private static Cell cell(String type, String number, String text) {
        return switch (type) {
            case "error" -> Cell.error(text);
            case "float", "currency" -> Cell.number(number, Cell.Kind.NUMBER);
            case "percentage" -> Cell.number(number, Cell.Kind.PERCENT);
            case "date", "time" -> new Cell(Cell.Kind.DATE, text, null);
            default -> text.startsWith("Err:") ? Cell.error(text) : Cell.text(text);
        };
    }

    /** The visible paragraphs of a cell; notes and drawings in it are not its content. */
    private String paragraphs(String element) {
        var text = new StringBuilder();
        boolean inside = false;
        int paragraphs = 0;
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("annotation") || xml.starts("frame") || xml.starts("custom-shape")) {
                xml.skip();
            } else if (xml.name().equals("p")) {
                inside = xml.starts();
                text.append(inside && paragraphs++ > 0 ? "\n" : "");
            } else if (inside) {
                append(text);
            }
        }
        return text.toString();
    }

    private void append(StringBuilder text) {
        // Before the cell is whole: twenty letters of the file may stand for a thousand spaces.
        if (text.length() > Collected.MAX_TEXT) {
            throw new UnreadableSpreadsheet(Why.TOO_LARGE);
        }
        if (xml.starts("s")) {
            text.append(" ".repeat(Math.min(xml.count("c"), 1_000)));
        } else if (xml.starts("tab")) {
            text.append('\t');
        } else if (xml.starts("line-break")) {
            text.append('\n');
        } else {
            text.append(xml.text());
        }
    }
}
