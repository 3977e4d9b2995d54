package org.giaoban.reporting;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The looks of a return's workbook: paper, ink, one red; cells to be filled are gold and unlocked. */
final class WorkbookStyles {

    /** What a cell is for. */
    enum Look {
        TITLE,
        SUBTITLE,
        HINT,
        HEAD,
        GROUP,
        LABEL,
        CODE,
        LAST,
        LAST_SHARE,
        INPUT,
        INPUT_SHARE,
        INPUT_PARTS,
        INPUT_TEXT,
        INPUT_MARK,
        CLOSED
    }

    private static final String INK = "2B2F36";
    private static final String RED = "A3172A";
    private static final String GOLD = "FFF8E5";
    private static final String PAPER = "F6F4EF";
    private static final String LINE = "C9C3B6";

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();

    WorkbookStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::create);
    }

    private XSSFCellStyle create(Look look) {
        var style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        font(style, look);
        switch (look) {
            case TITLE, SUBTITLE, HINT -> style.setWrapText(false);
            case HEAD -> fill(style, PAPER, HorizontalAlignment.CENTER);
            case GROUP -> fill(style, PAPER, HorizontalAlignment.LEFT);
            case LABEL -> boxed(style, HorizontalAlignment.LEFT);
            case CODE -> boxed(style, HorizontalAlignment.CENTER);
            case LAST, LAST_SHARE -> boxed(style, HorizontalAlignment.RIGHT);
            case INPUT, INPUT_SHARE, INPUT_PARTS -> input(style, HorizontalAlignment.RIGHT);
            case INPUT_MARK, INPUT_TEXT -> input(style, HorizontalAlignment.LEFT);
            case CLOSED -> fill(style, "ECE9E2", HorizontalAlignment.CENTER);
        }
        if (look == Look.LAST || look == Look.INPUT) {
            style.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
        }
        if (look == Look.LAST_SHARE || look == Look.INPUT_SHARE) {
            style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.0##"));
        }
        if (look == Look.INPUT_PARTS) {
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        }
        if (look == Look.INPUT_TEXT) {
            style.setVerticalAlignment(VerticalAlignment.TOP);
        }
        return style;
    }

    private void font(XSSFCellStyle style, Look look) {
        var font = workbook.createFont();
        font.setFontName("Times New Roman");
        font.setFontHeightInPoints((short) (look == Look.TITLE ? 15 : look == Look.HINT ? 10 : 12));
        font.setBold(look == Look.TITLE || look == Look.HEAD || look == Look.GROUP);
        font.setItalic(look == Look.HINT);
        font.setColor(color(look == Look.TITLE ? RED : INK));
        style.setFont(font);
    }

    private void input(XSSFCellStyle style, HorizontalAlignment alignment) {
        fill(style, GOLD, alignment);
        style.setLocked(false);
    }

    private void fill(XSSFCellStyle style, String rgb, HorizontalAlignment alignment) {
        boxed(style, alignment);
        style.setFillForegroundColor(color(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private void boxed(XSSFCellStyle style, HorizontalAlignment alignment) {
        style.setAlignment(alignment);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setTopBorderColor(color(LINE));
        style.setBottomBorderColor(color(LINE));
        style.setLeftBorderColor(color(LINE));
        style.setRightBorderColor(color(LINE));
    }

    private static XSSFColor color(String rgb) {
        return new XSSFColor(java.util.HexFormat.of().parseHex(rgb), new DefaultIndexedColorMap());
    }

    /** Gives a cell its name; names follow the cell when rows move or the sheet is renamed. */
    static void name(Cell cell, String name) {
        var named = cell.getSheet().getWorkbook().createName();
        named.setNameName(name);
        var ref = new CellReference(
                cell.getSheet().getSheetName(), cell.getRowIndex(), cell.getColumnIndex(), true, true);
        named.setRefersToFormula(ref.formatAsString());
    }
}
