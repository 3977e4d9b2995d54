package org.giaoban.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.VietnameseNumber;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.GridReader.Asked;
import org.giaoban.reporting.WorkbookStyles.Look;

/**
 * Writes the grid of many units as a workbook: a line per unit, a column per indicator, their codes as hidden keys, and on a
 * hidden sheet what stood in every cell, so that the way back knows what was changed and by whom.
 */
final class GridWorkbook {

    /** Where the keys begin: units below it, indicators to its right. */
    static final String KEYS = "gb_grid";

    static final String WAS = "gb_was";

    /** Stands where other workbooks name their unit. */
    static final String MANY = "*";

    static final String WAS_SHEET = "_gb_was";

    private static final int HEAD = 3;
    private static final int KEY_ROW = 6;
    private static final int NAME = 1;
    private static final int FIRST = 2;
    private static final int WIDTH = 256;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final WorkbookStyles styles = new WorkbookStyles(workbook);
    private final Asked asked;
    private final List<Indicator> columns;
    private final List<GridRow> rows;

    private GridWorkbook(Asked asked, List<GridRow> rows) {
        this.asked = asked;
        this.rows = rows;
        this.columns = asked.form().indicators().stream()
                .distinct()
                .flatMap(code -> Optional.ofNullable(asked.indicators().get(code)).stream())
                .toList();
    }

    static byte[] write(Asked asked, List<GridRow> rows) {
        return new GridWorkbook(asked, rows).write();
    }

    private byte[] write() {
        try (workbook;
                var out = new ByteArrayOutputStream()) {
            var figures = workbook.createSheet(Texts.text("reporting.book.values"));
            var was = workbook.createSheet(WAS_SHEET);
            var identity = WorkbookWriter.identity(
                    workbook,
                    WorkbookIdentity.of(MANY, asked.form(), asked.period().code()));
            heads(figures);
            keys(figures, KEYS);
            keys(was, WAS);
            for (int at = 0; at < rows.size(); at++) {
                row(figures.createRow(KEY_ROW + 1 + at), rows.get(at), true);
                row(was.createRow(KEY_ROW + 1 + at), rows.get(at), false);
            }
            new GridValidation(figures, identity, columns, KEY_ROW + 1, KEY_ROW + Math.max(1, rows.size()), FIRST)
                    .add();
            page(figures);
            was.enableLocking();
            workbook.setSheetVisibility(workbook.getSheetIndex(was), SheetVisibility.HIDDEN);
            workbook.setSheetVisibility(workbook.getSheetIndex(identity), SheetVisibility.HIDDEN);
            workbook.setActiveSheet(0);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void heads(XSSFSheet sheet) {
        put(sheet.createRow(0), NAME, Look.TITLE, asked.form().name().text());
        put(sheet.createRow(1), NAME, Look.SUBTITLE, PeriodName.title(asked.period()));
        put(sheet.createRow(2), NAME, Look.HINT, Texts.text("reporting.gridbook.hint"));
        var groups = sheet.createRow(HEAD);
        var names = sheet.createRow(HEAD + 1);
        var units = sheet.createRow(HEAD + 2);
        names.setHeightInPoints(96);
        put(groups, NAME, Look.GROUP, "");
        put(names, NAME, Look.HEAD, Texts.text("reporting.list.unit"));
        put(units, NAME, Look.HEAD, "");
        for (int at = 0; at < columns.size(); at++) {
            put(groups, FIRST + at, Look.GROUP, "");
            put(names, FIRST + at, Look.HEAD, columns.get(at).name());
            put(
                    units,
                    FIRST + at,
                    Look.HEAD,
                    columns.get(at).code() + "\n" + columns.get(at).unitOfMeasure());
            sheet.setColumnWidth(FIRST + at, 14 * WIDTH);
        }
        units.setHeightInPoints(36);
        sheet.setColumnWidth(NAME, 30 * WIDTH);
        groups(groups);
    }

    private void groups(Row row) {
        int from = FIRST;
        for (var group : asked.form().groups()) {
            int wide = (int) group.indicators().stream()
                    .filter(asked.indicators()::containsKey)
                    .count();
            if (wide > 0) {
                row.getCell(from).setCellValue(VietnameseText.nfc(group.name().text()));
            }
            if (wide > 1) {
                row.getSheet()
                        .addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), from, from + wide - 1));
            }
            from += wide;
        }
    }

    private void keys(XSSFSheet sheet, String name) {
        var row = sheet.createRow(KEY_ROW);
        WorkbookStyles.name(put(row, 0, Look.CODE, name), name);
        for (int at = 0; at < columns.size(); at++) {
            put(row, FIRST + at, Look.CODE, columns.get(at).code());
        }
        row.setZeroHeight(true);
        sheet.setColumnHidden(0, true);
    }

    private void row(Row line, GridRow row, boolean typed) {
        put(line, 0, Look.CODE, row.key().unit().code());
        put(line, NAME, Look.LABEL, row.key().unit().shortName());
        for (int at = 0; at < columns.size(); at++) {
            var indicator = columns.get(at);
            boolean own = row.key().form().indicators().contains(indicator.code());
            String text = own ? CellText.of(row.fields(), indicator.code()) : "";
            if (typed) {
                cell(line, FIRST + at, own && row.open(), indicator, text);
            } else if (!text.isEmpty()) {
                line.createCell(FIRST + at).setCellValue(VietnameseText.nfc(text));
            }
        }
    }

    /** A share is text: "98/120" would become a day of the year otherwise. */
    private void cell(Row line, int column, boolean open, Indicator indicator, String text) {
        var cell = line.createCell(column);
        var look = indicator.rate() ? Look.INPUT_PARTS : indicator.decimals() > 0 ? Look.INPUT_SHARE : Look.INPUT;
        cell.setCellStyle(styles.of(open ? look : Look.CLOSED));
        var number = indicator.rate() ? Optional.<java.math.BigDecimal>empty() : VietnameseNumber.parse(text);
        if (number.isPresent()) {
            cell.setCellValue(number.get().doubleValue());
        } else if (!text.isEmpty()) {
            cell.setCellValue(VietnameseText.nfc(text));
        }
    }

    private org.apache.poi.ss.usermodel.Cell put(Row row, int column, Look look, String text) {
        var cell = row.createCell(column);
        cell.setCellStyle(styles.of(look));
        cell.setCellValue(VietnameseText.nfc(text));
        return cell;
    }

    private static void page(XSSFSheet sheet) {
        sheet.createFreezePane(FIRST, KEY_ROW + 1);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }
}
