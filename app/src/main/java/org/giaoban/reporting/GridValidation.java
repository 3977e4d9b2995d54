package org.giaoban.reporting;

import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Texts;

/** Lets a spreadsheet refuse what the grid would refuse: a count is a whole number or one of the words people use instead. */
record GridValidation(
        XSSFSheet sheet, XSSFSheet words, List<Indicator> columns, int firstRow, int lastRow, int firstColumn) {

    private static final int ABSENCES = 4;
    private static final int QUALIFIERS = 5;

    void add() {
        var absences = list(
                ABSENCES,
                Arrays.stream(Mark.values())
                        .filter(mark -> mark.absence() != null)
                        .toList());
        var qualifiers = list(
                QUALIFIERS,
                Arrays.stream(Mark.values())
                        .filter(mark -> mark.qualifier() != null && mark != Mark.EXACT)
                        .toList());
        for (int at = 0; at < columns.size(); at++) {
            column(columns.get(at), firstColumn + at, absences, qualifiers);
        }
    }

    private String list(int column, List<Mark> marks) {
        for (int at = 0; at < marks.size(); at++) {
            var row = words.getRow(at) == null ? words.createRow(at) : words.getRow(at);
            row.createCell(column).setCellValue(marks.get(at).word());
        }
        var letter = CellReference.convertNumToColString(column);
        return "%s!$%s$1:$%s$%d".formatted(words.getSheetName(), letter, letter, marks.size());
    }

    private void column(Indicator indicator, int column, String absences, String qualifiers) {
        var cell = CellReference.convertNumToColString(column) + (firstRow + 1);
        var number = indicator.rate()
                ? "ISNUMBER(%1$s),ISNUMBER(FIND(\"/\",%1$s)),ISNUMBER(VALUE(%1$s))".formatted(cell)
                : indicator.decimals() == 0
                        ? "AND(ISNUMBER(%1$s),N(%1$s)>=0,N(%1$s)=INT(N(%1$s)))".formatted(cell)
                        : "AND(ISNUMBER(%1$s),N(%1$s)>=0)".formatted(cell);
        var rule = "OR(%1$s,COUNTIF(%3$s,%2$s)>0,SUMPRODUCT(--(LEFT(%2$s,LEN(%4$s))=%4$s))>0)"
                .formatted(number, cell, absences, qualifiers);
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(
                helper.createCustomConstraint(rule), new CellRangeAddressList(firstRow, lastRow, column, column));
        validation.setErrorStyle(indicator.rate() ? DataValidation.ErrorStyle.WARNING : DataValidation.ErrorStyle.STOP);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(true);
        validation.createErrorBox(
                indicator.code(),
                Texts.text(indicator.rate() ? "reporting.gridbook.share" : "reporting.gridbook.count"));
        sheet.addValidationData(validation);
    }
}
