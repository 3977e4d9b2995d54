package org.giaoban.reporting;

import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.WorkbookStyles.Look;
import org.giaoban.reporting.WorkbookWriter.Book;
import org.jspecify.annotations.Nullable;

/** The sheet of figures: one line per indicator, last period's value beside the cell to fill. */
final class ValuesSheet {

    private static final List<String> HEADS =
            List.of("order", "name", "code", "unit", "last", "now", "mark", "numerator", "denominator", "reason");
    private static final int[] WIDTHS = {6, 52, 8, 13, 13, 14, 20, 12, 12, 44};
    private static final int HEAD_ROW = 4;
    private static final int NAME = 1;
    private static final int LAST = 4;
    private static final int NOW = 5;
    private static final int MARK = 6;
    private static final int NUMERATOR = 7;
    private static final int DENOMINATOR = 8;
    private static final int REASON = 9;

    private final XSSFSheet sheet;
    private final WorkbookStyles styles;
    private final Book book;
    private int next = HEAD_ROW;

    ValuesSheet(XSSFSheet sheet, WorkbookStyles styles, Book book) {
        this.sheet = sheet;
        this.styles = styles;
        this.book = book;
    }

    void write() {
        heading(0, Look.TITLE, book.form().name().text());
        heading(1, Look.SUBTITLE, book.unitName() + " · " + book.periodLabel());
        heading(2, Look.HINT, Texts.text("reporting.book.hint"));
        var head = sheet.createRow(next++);
        head.setHeightInPoints(36);
        for (int column = 0; column < HEADS.size(); column++) {
            put(head, column, Look.HEAD, Texts.text("reporting.book.head." + HEADS.get(column)));
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
        }
        int order = 1;
        for (var group : book.form().groups()) {
            group(group.name().text());
            for (String code : group.indicators()) {
                var indicator = book.indicators().get(code);
                if (indicator != null) {
                    line(indicator, order++);
                }
            }
        }
        marks();
        numbers();
        page();
    }

    private void heading(int row, Look look, String text) {
        put(sheet.createRow(row), 0, look, text);
    }

    private void group(String name) {
        var row = sheet.createRow(next++);
        for (int column = 0; column < HEADS.size(); column++) {
            put(row, column, Look.GROUP, column == 0 ? name : "");
        }
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, HEADS.size() - 1));
    }

    private void line(Indicator indicator, int order) {
        var row = sheet.createRow(next++);
        row.setHeightInPoints(24);
        String code = indicator.code();
        put(row, 0, Look.CODE, String.valueOf(order));
        note(put(row, NAME, Look.LABEL, indicator.name()), indicator);
        put(row, 2, Look.CODE, code);
        put(row, 3, Look.CODE, indicator.unitOfMeasure());
        last(row, indicator);
        var entry = book.content().values().get(code);
        var figure = entry == null ? null : entry.figure();
        var value = input(row, NOW, indicator.rate() ? Look.INPUT_SHARE : Look.INPUT, CellNames.value(code));
        input(row, MARK, Look.INPUT_MARK, CellNames.mark(code)).setCellValue(mark(figure));
        input(row, REASON, Look.INPUT_TEXT, CellNames.reason(code))
                .setCellValue(entry == null || entry.reason() == null ? "" : VietnameseText.nfc(entry.reason()));
        if (indicator.type() == Indicator.Type.PERCENT) {
            parts(row, value, code, figure);
        } else {
            put(row, NUMERATOR, Look.CLOSED, "");
            put(row, DENOMINATOR, Look.CLOSED, "");
            if (figure instanceof Figure.Present present) {
                value.setCellValue(present.value().doubleValue());
            }
        }
    }

    /** The share is calculated from its parts; who has only the share types over the formula. */
    private void parts(Row row, Cell value, String code, @Nullable Figure figure) {
        var numerator = input(row, NUMERATOR, Look.INPUT, CellNames.numerator(code));
        var denominator = input(row, DENOMINATOR, Look.INPUT, CellNames.denominator(code));
        boolean bare = figure instanceof Figure.Present present && present.numerator() == null;
        if (!bare) {
            int line = row.getRowNum() + 1;
            value.setCellFormula(
                    "IF(AND(ISNUMBER(H%1$d),ISNUMBER(I%1$d)),IF(I%1$d>0,H%1$d/I%1$d*100,\"\"),\"\")".formatted(line));
        }
        value.setCellValue("");
        if (figure instanceof Figure.Present present) {
            value.setCellValue(present.value().doubleValue());
            if (present.numerator() != null && present.denominator() != null) {
                numerator.setCellValue(present.numerator().doubleValue());
                denominator.setCellValue(present.denominator().doubleValue());
            }
        }
    }

    private static String mark(@Nullable Figure figure) {
        return switch (figure) {
            case null -> "";
            case Figure.Missing missing -> Mark.of(missing.absence()).word();
            case Figure.Present present -> {
                var mark = Mark.of(present.qualifier());
                yield mark == Mark.EXACT ? "" : mark.word();
            }
        };
    }

    private void last(Row row, Indicator indicator) {
        var figure = book.before().get(indicator.code());
        var cell = put(row, LAST, indicator.rate() ? Look.LAST_SHARE : Look.LAST, "");
        switch (figure) {
            case null -> cell.setCellValue("–");
            case Figure.Missing missing ->
                cell.setCellValue(Mark.of(missing.absence()).word());
            case Figure.Present present -> cell.setCellValue(present.value().doubleValue());
        }
    }

    private void note(Cell cell, Indicator indicator) {
        String definition = Texts.language().equals("en")
                ? indicator.wording().definitionEn()
                : indicator.wording().definitionVi();
        if (definition == null || definition.isBlank()) {
            return;
        }
        var anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 5);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 4);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(sheet.getWorkbook().getCreationHelper().createRichTextString(VietnameseText.nfc(definition)));
        comment.setAuthor(Texts.text("platform.brand"));
        cell.setCellComment(comment);
    }

    private Cell input(Row row, int column, Look look, String name) {
        var cell = put(row, column, look, "");
        cell.setBlank();
        WorkbookStyles.name(cell, name);
        return cell;
    }

    private Cell put(Row row, int column, Look look, String text) {
        var cell = row.createCell(column);
        cell.setCellStyle(styles.of(look));
        cell.setCellValue(VietnameseText.nfc(text));
        return cell;
    }

    private void marks() {
        var helper = sheet.getDataValidationHelper();
        String[] words = Arrays.stream(Mark.values()).map(Mark::word).toArray(String[]::new);
        var list = helper.createValidation(helper.createExplicitListConstraint(words), range(MARK));
        list.setSuppressDropDownArrow(true);
        list.setShowErrorBox(true);
        list.createErrorBox(Texts.text("reporting.book.head.mark"), Texts.text("reporting.book.mark-error"));
        sheet.addValidationData(list);
    }

    private void numbers() {
        var helper = sheet.getDataValidationHelper();
        var any = helper.createDecimalConstraint(
                DataValidationConstraint.OperatorType.BETWEEN, "-1000000000000", "1000000000000");
        for (int column : new int[] {NOW, NUMERATOR, DENOMINATOR}) {
            var validation = helper.createValidation(any, range(column));
            // A word such as "không phát sinh" is taken too, so this only warns.
            validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
            validation.setShowErrorBox(true);
            validation.createErrorBox(Texts.text("reporting.book.head.now"), Texts.text("reporting.book.number-error"));
            sheet.addValidationData(validation);
        }
    }

    private CellRangeAddressList range(int column) {
        return new CellRangeAddressList(HEAD_ROW + 1, next - 1, column, column);
    }

    private void page() {
        sheet.createFreezePane(2, HEAD_ROW + 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, -1, -1));
        sheet.getWorkbook().setPrintArea(0, 0, HEADS.size() - 1, 0, next - 1);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }
}
