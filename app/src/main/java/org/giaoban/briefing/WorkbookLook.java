package org.giaoban.briefing;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.giaoban.indicators.FigureText;
import org.giaoban.kernel.Qualifier;

/** Styles of the consolidated workbook; text is always a string cell, never a formula. */
final class WorkbookLook {

    private static final int CHARACTER = 256;

    private final Workbook workbook;
    private final CellStyle title;
    private final CellStyle head;
    private final CellStyle word;
    private final Map<Written, CellStyle> numbers = new HashMap<>();

    /** How a number is written: its decimals, and the word before it that says how exact it is. */
    private record Written(int decimals, Qualifier qualifier) {}

    WorkbookLook(Workbook workbook) {
        this.workbook = workbook;
        this.title = styled(bold((short) 14));
        this.head = styled(bold((short) 10));
        head.setWrapText(true);
        head.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        this.word = styled(italic());
        word.setAlignment(HorizontalAlignment.RIGHT);
    }

    void title(Cell cell, String text) {
        cell.setCellStyle(title);
        cell.setCellValue(text);
    }

    void head(Cell cell, String text) {
        cell.setCellStyle(head);
        cell.setCellValue(text);
    }

    void text(Cell cell, String text) {
        cell.setCellValue(text);
    }

    void word(Cell cell, String text) {
        cell.setCellStyle(word);
        cell.setCellValue(text);
    }

    /** The cell stays a number to calculate with; "over" stands in its format. */
    Cell number(Cell cell, int decimals, Qualifier qualifier) {
        cell.setCellStyle(numbers.computeIfAbsent(new Written(decimals, qualifier), this::style));
        return cell;
    }

    Cell percent(Cell cell) {
        return number(cell, 1, Qualifier.EXACT);
    }

    /** The name is long, the rest is narrow. */
    void widths(Sheet sheet, int columns) {
        for (var column = 0; column < columns; column++) {
            sheet.setColumnWidth(column, (column == 1 ? 52 : 13) * CHARACTER);
        }
    }

    private CellStyle style(Written written) {
        var style = workbook.createCellStyle();
        var format = written.decimals() == 0 ? "#,##0" : "#,##0." + "0".repeat(written.decimals());
        style.setDataFormat(workbook.createDataFormat().getFormat(worded(written.qualifier(), format)));
        return style;
    }

    private static String worded(Qualifier qualifier, String format) {
        var said = FigureText.qualified(qualifier, "#").split("#", -1);
        return quoted(said[0]) + format + quoted(said[1]);
    }

    private static String quoted(String words) {
        return words.isEmpty() ? "" : '"' + words.replace("\"", "") + '"';
    }

    private CellStyle styled(Font font) {
        var style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private Font bold(short points) {
        var font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints(points);
        return font;
    }

    private Font italic() {
        var font = workbook.createFont();
        font.setItalic(true);
        return font;
    }
}
