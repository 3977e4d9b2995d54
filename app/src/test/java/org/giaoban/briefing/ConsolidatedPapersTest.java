package org.giaoban.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.FigureLine;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The workbook and the report that leave a board carry the board's figures, as the office's own programs see them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ConsolidatedPapersTest {

    private static final String BOARD = "/board/SL/2018-11";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Boards boards;

    @Autowired
    private CurrentViewer viewer;

    @Test
    void libreOfficeCalculatesTheSameFiguresFromTheUnitsColumns() throws IOException {
        var recalculated = Office.convert(withoutResults(get(BOARD + "/workbook")), "xlsx", "xlsx");

        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(recalculated))) {
            var actual = byCode(workbook.getSheet("Tổng hợp"));
            assertThat(actual.keySet()).contains("TC17", "SH12", "KX07").hasSizeGreaterThan(30);
            for (var line : table()) {
                var value = line.actual().value();
                if (value != null && actual.containsKey(line.indicator().code())) {
                    assertThat(actual.get(line.indicator().code()).getCell(4).getNumericCellValue())
                            .as(line.indicator().code())
                            .isCloseTo(value.doubleValue(), within(0.05));
                }
            }
        }
    }

    @Test
    void aUnitThatDidNotReportIsNotZero() throws IOException {
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(get(BOARD + "/workbook?span=month")))) {
            var units = workbook.getSheet("Theo đơn vị");
            var column = column(units.getRow(2), "Vực Trầu");
            var cell = byCode(units).get("TC17").getCell(column);

            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo("chưa báo cáo");
        }
    }

    @Test
    void theReportOpensInLibreOfficeWithTheFiguresOfTheBoard() {
        var text = Office.text(get(BOARD + "/report/draft"), "docx");

        assertThat(text).contains("Sông Lam", "11/12 đơn vị", "Vực Trầu", "Đảng viên mới kết nạp", "71,3");
        assertThat(text.lines().filter(line -> line.contains("mới kết nạp")).collect(Collectors.joining()))
                .contains("84", "61");
    }

    @Test
    void issuingTwiceGivesOneNumber() {
        var first = issue();
        var second = issue();

        assertThat(first).startsWith("/documents/").isEqualTo(second);
        assertThat(mvc.get().uri(first).with(SignIn.as(accounts, "chanhvp")).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("-BC/HU");
    }

    private String issue() {
        return mvc.post()
                .uri(BOARD + "/report")
                .with(SignIn.as(accounts, "chanhvp"))
                .with(csrf())
                .exchange()
                .getResponse()
                .getRedirectedUrl();
    }

    private byte[] get(String path) {
        var result = mvc.get().uri(path).with(SignIn.as(accounts, "vanphong")).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsByteArray();
    }

    private Iterable<FigureLine> table() {
        return viewer.as(Viewer.SYSTEM, () -> boards.table(boards.occasion("SL", "2018-11", Span.YEAR)));
    }

    /** Takes the stored results of all formulas away, so that whoever opens the file has to calculate. */
    private static byte[] withoutResults(byte[] file) throws IOException {
        try (var workbook = WorkbookFactory.create(new ByteArrayInputStream(file));
                var out = new ByteArrayOutputStream()) {
            formulas(workbook).forEach(cell -> {
                var formula = cell.getCellFormula();
                cell.setBlank();
                cell.setCellFormula(formula);
            });
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static java.util.List<Cell> formulas(Workbook workbook) {
        return StreamSupport.stream(workbook.spliterator(), false)
                .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.FORMULA)
                .toList();
    }

    private static Map<String, Row> byCode(Sheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .skip(3)
                .collect(Collectors.toMap(row -> row.getCell(0).getStringCellValue(), row -> row));
    }

    private static int column(Row heads, String name) {
        return StreamSupport.stream(heads.spliterator(), false)
                .filter(cell -> cell.getStringCellValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getColumnIndex();
    }
}
