package org.giaoban.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.platform.Texts;

/** Writes the workbook of one unit and period, empty or filled. */
final class WorkbookWriter {

    /** Whose return it is and what is known: the form, its indicators by code, last period's figures, what is filled in. */
    record Book(
            String unitCode,
            String unitName,
            String period,
            String periodLabel,
            Form form,
            Map<String, Indicator> indicators,
            Map<String, Figure> before,
            Content content) {}

    private WorkbookWriter() {}

    static byte[] write(Book book) {
        try (var workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setTitle(book.unitName() + " " + book.periodLabel());
            workbook.getProperties().getCoreProperties().setCreator(Texts.text("platform.brand"));
            var styles = new WorkbookStyles(workbook);
            // The order of the sheets is the order of the tabs.
            var values = workbook.createSheet(Texts.text("reporting.book.values"));
            var words = workbook.createSheet(Texts.text("reporting.book.words"));
            var hidden = hidden(workbook, book);
            new ValuesSheet(values, styles, book).write();
            new WordsSheet(words, styles, book).write();
            workbook.setSheetVisibility(workbook.getSheetIndex(hidden), SheetVisibility.HIDDEN);
            workbook.setActiveSheet(0);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static XSSFSheet hidden(XSSFWorkbook workbook, Book book) {
        var sheet = identity(workbook, WorkbookIdentity.of(book.unitCode(), book.form(), book.period()));
        for (int i = 0; i < book.form().addressees().size(); i++) {
            var line = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
            line.createCell(3).setCellValue(book.form().addressees().get(i));
        }
        return sheet;
    }

    /** The sheet that says what a workbook is; whoever adds it hides it. */
    static XSSFSheet identity(XSSFWorkbook workbook, WorkbookIdentity identity) {
        var sheet = workbook.createSheet(WorkbookIdentity.SHEET);
        var cells = Map.of(
                WorkbookIdentity.UNIT, identity.unit(),
                WorkbookIdentity.FORM, identity.form(),
                WorkbookIdentity.PERIOD, identity.period(),
                WorkbookIdentity.FORM_VERSION, identity.formVersion(),
                WorkbookIdentity.TOKEN, identity.token());
        int row = 0;
        for (var cell :
                cells.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            var line = sheet.createRow(row++);
            line.createCell(0).setCellValue(cell.getKey());
            line.createCell(1).setCellValue(cell.getValue());
            WorkbookStyles.name(line.getCell(1), cell.getKey());
        }
        sheet.enableLocking();
        return sheet;
    }
}
