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

/** Styles of the consolidated workbook; text is always a string cell, never a formula. */
final class WorkbookLook {

    private static final int CHARACTER = 256;

    private final Workbook workbook;
    private final CellStyle title;
    private final CellStyle head;
    private final CellStyle word;
    private final Map<Integer, CellStyle> numbers = new HashMap<>();

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

    Cell number(Cell cell, int decimals) {
        cell.setCellStyle(numbers.computeIfAbsent(decimals, this::decimals));
        return cell;
    }

    Cell percent(Cell cell) {
        return number(cell, 1);
    }

    /** The name is long, the rest is narrow. */
    void widths(Sheet sheet, int columns) {
        for (var column = 0; column < columns; column++) {
            sheet.setColumnWidth(column, (column == 1 ? 52 : 13) * CHARACTER);
        }
    }

    private CellStyle decimals(int decimals) {
        var style = workbook.createCellStyle();
        var format = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
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
