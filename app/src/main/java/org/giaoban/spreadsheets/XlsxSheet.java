package org.giaoban.spreadsheets;

import java.util.List;
import org.giaoban.spreadsheets.UnreadableSpreadsheet.Why;

/** Reads the cells of one sheet of an Office Open XML workbook. */
final class XlsxSheet {

    private final String sheet;
    private final Xml xml;
    private final List<String> strings;
    private final XlsxStyles styles;
    private final Collected collected;
    private int row = -1;
    private int column = -1;

    XlsxSheet(String sheet, Xml xml, List<String> strings, XlsxStyles styles, Collected collected) {
        this.sheet = sheet;
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.collected = collected;
    }

    void read() {
        while (xml.next()) {
            if (xml.starts("row")) {
                row = xml.attribute("r") == null ? row + 1 : xml.count("r") - 1;
                column = -1;
            } else if (xml.starts("c")) {
                cell();
            }
        }
    }

    private void cell() {
        var ref = ref();
        String type = xml.value("t");
        var kind = styles.kind(xml.value("s"));
        boolean formula = false;
        String value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                formula = true;
            } else if (xml.starts("v")) {
                value = plainText("v");
            } else if (xml.starts("is")) {
                value = XlsxReader.richText(xml, "is");
            }
        }
        // A formula nobody has calculated yet has no value to take.
        collected.put(ref, formula && value.isEmpty() && type.isEmpty() ? Cell.error("?") : cell(type, kind, value));
    }

    private String plainText(String element) {
        var text = new StringBuilder();
        while (xml.next() && !xml.ends(element)) {
            text.append(xml.text());
        }
        return text.toString();
    }

    private CellRef ref() {
        var written = xml.attribute("r");
        var ref = written == null
                ? new CellRef(sheet, Math.max(row, 0), column + 1)
                : CellRef.parse(sheet, written).orElseThrow(() -> new UnreadableSpreadsheet(Why.BROKEN));
        column = ref.column();
        return ref;
    }

    private Cell cell(String type, Cell.Kind kind, String value) {
        return switch (type) {
            case "s" -> Cell.text(shared(value));
            case "str" -> Cell.text(Collected.unescape(value));
            case "inlineStr" -> Cell.text(value);
            case "e" -> Cell.error(value);
            case "b" -> Cell.text(value.equals("1") ? "TRUE" : "FALSE");
            case "d" -> new Cell(Cell.Kind.DATE, value, null);
            default -> value.isBlank() ? Cell.EMPTY : Cell.number(value.strip(), kind);
        };
    }

    private String shared(String index) {
        if (!index.matches("\\d{1,9}") || Integer.parseInt(index) >= strings.size()) {
            throw new UnreadableSpreadsheet(Why.BROKEN);
        }
        return strings.get(Integer.parseInt(index));
    }
}
