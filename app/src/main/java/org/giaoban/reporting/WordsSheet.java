package org.giaoban.reporting;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.WorkbookStyles.Look;
import org.giaoban.reporting.WorkbookWriter.Book;

/** The sheet of words: one large cell per section, then the table of requests with whom they go to. */
final class WordsSheet {

    private static final int[] WIDTHS = {6, 90, 34};

    private final XSSFSheet sheet;
    private final WorkbookStyles styles;
    private final Book book;
    private int next;

    WordsSheet(XSSFSheet sheet, WorkbookStyles styles, Book book) {
        this.sheet = sheet;
        this.styles = styles;
        this.book = book;
    }

    void write() {
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
        }
        put(next++, 0, Look.TITLE, book.unitName() + " · " + book.periodLabel());
        put(next++, 0, Look.HINT, Texts.text("reporting.book.words-hint"));
        book.form().sections().forEach(this::section);
        requests();
        page();
    }

    private void section(Form.Section section) {
        wide(next++, Look.GROUP, section.name().text());
        put(next++, 0, Look.HINT, section.help().text());
        int row = next++;
        var cell = wide(row, Look.INPUT_TEXT, book.content().texts().getOrDefault(section.code(), ""));
        sheet.getRow(row).setHeightInPoints(130);
        WorkbookStyles.name(cell, CellNames.section(section.code()));
    }

    private void requests() {
        wide(next++, Look.GROUP, Texts.text("reporting.section.recommendations"));
        put(next++, 0, Look.HINT, Texts.text("reporting.book.requests-hint"));
        int head = next++;
        put(head, 0, Look.HEAD, Texts.text("reporting.book.head.order"));
        put(head, 1, Look.HEAD, Texts.text("reporting.request.text"));
        put(head, 2, Look.HEAD, Texts.text("reporting.request.addressee"));
        int first = next;
        for (int row = 1; row <= Form.REQUESTS; row++) {
            request(row);
        }
        if (!book.form().addressees().isEmpty()) {
            offerAddressees(new CellRangeAddressList(first, next - 1, 2, 2));
        }
    }

    private void offerAddressees(CellRangeAddressList cells) {
        var helper = sheet.getDataValidationHelper();
        var list = helper.createFormulaListConstraint(
                WorkbookIdentity.SHEET + "!$D$1:$D$" + book.form().addressees().size());
        var validation = helper.createValidation(list, cells);
        validation.setSuppressDropDownArrow(true);
        // Another addressee than those on the list is allowed.
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    private void request(int row) {
        int line = next++;
        var requests = book.content().requests();
        var request = row <= requests.size() ? requests.get(row - 1) : new Request("", "");
        put(line, 0, Look.CODE, String.valueOf(row));
        WorkbookStyles.name(put(line, 1, Look.INPUT_TEXT, request.text()), CellNames.request(row));
        WorkbookStyles.name(put(line, 2, Look.INPUT_MARK, request.addressee()), CellNames.addressee(row));
        sheet.getRow(line).setHeightInPoints(34);
    }

    private Cell wide(int row, Look look, String text) {
        var cell = put(row, 0, look, text);
        put(row, 1, look, "");
        put(row, 2, look, "");
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, 2));
        return cell;
    }

    private Cell put(int row, int column, Look look, String text) {
        var line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        var cell = line.createCell(column);
        cell.setCellStyle(styles.of(look));
        if (!text.isEmpty()) {
            cell.setCellValue(VietnameseText.nfc(text));
        }
        return cell;
    }

    private void page() {
        sheet.getWorkbook().setPrintArea(1, 0, WIDTHS.length - 1, 0, next - 1);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.enableLocking();
        sheet.lockFormatRows(false);
    }
}
