package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

/** The grid of many units as a workbook: filled outside, looked at cell by cell, taken in. Every test has a period of its own. */
@GiaoBanTest(story = "vu-quang-2018-11")
class GridBookTest {

    private static final int KEY_ROW = 6;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Organization organization;

    @Autowired
    ReturnDesk desk;

    @Autowired
    Books books;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(org.giaoban.platform.Texts.VIETNAMESE);
    }

    private byte[] download(String login, String period) {
        return mvc.get()
                .uri("/returns/grid/workbook?form=TH-THANG&period=" + period)
                .with(SignIn.as(accounts, login))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
    }

    private static byte[] changed(byte[] book, Consumer<Sheet> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(book));
                var out = new ByteArrayOutputStream()) {
            change.accept(workbook.getSheetAt(0));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(Sheet sheet, String unit) {
        for (int at = KEY_ROW + 1; at <= sheet.getLastRowNum(); at++) {
            if (sheet.getRow(at).getCell(0).getStringCellValue().equals(unit)) {
                return sheet.getRow(at);
            }
        }
        throw new AssertionError(unit);
    }

    private static int column(Sheet sheet, String code) {
        for (Cell cell : sheet.getRow(KEY_ROW)) {
            if (cell.getStringCellValue().equals(code)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(code);
    }

    private static Cell cell(Sheet sheet, String unit, String code) {
        return row(sheet, unit).getCell(column(sheet, code));
    }

    private String look(String login, String period, byte[] book) {
        var answer = mvc.post()
                .uri("/returns/grid/workbook?form=TH-THANG&period=" + period)
                .multipart()
                .file(new MockMultipartFile("file", "bang.xlsx", null, book))
                .with(csrf())
                .with(SignIn.as(accounts, login))
                .exchange();
        var location = answer.getResponse().getHeader("Location");
        if (location == null) {
            assertThat(answer).hasStatusOk();
            return text(answer.getResponse());
        }
        var cookie = answer.getResponse().getCookie("giaoban");
        var next = mvc.get().uri(location).with(SignIn.as(accounts, login));
        return text((cookie == null ? next : next.cookie(cookie)).exchange().getResponse());
    }

    private static String text(org.springframework.mock.web.MockHttpServletResponse response) {
        try {
            return response.getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the page's form back as the browser would, with these ticks. */
    private void take(String login, String page, String... mine) {
        var request = mvc.post()
                .uri("/returns/grid/workbook/take")
                .with(csrf())
                .with(SignIn.as(accounts, login))
                .param("mine", mine);
        for (var name : new String[] {"form", "period"}) {
            request.param(name, found(page, "name=\"" + name + "\" value=\"([^\"]*)\""));
        }
        for (var name : new String[] {"cells", "clashing"}) {
            request.param(name, HtmlUtils.htmlUnescape(found(page, "name=\"" + name + "\"[^>]*>([^<]*)<")));
        }
        assertThat(request.exchange()).hasStatus(HttpStatus.SEE_OTHER);
    }

    private static String found(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private void type(String login, String unit, String period, String code, String is) {
        mvc.post()
                .uri("/returns/grid/cells")
                .with(csrf())
                .with(SignIn.as(accounts, login))
                .param("form", "TH-THANG")
                .param("period", period)
                .param("cells", "{\"%s\": {\"%s\": [\"\", \"%s\"]}}".formatted(unit, code, is))
                .exchange();
    }

    private String kept(String unit, String period, String code) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> CellText.of(desk.lay(books.key(unit, period)).fields(), code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx:Calc MS Excel 2007 XML:2019-05", "ods:calc8:2019-06"})
    void whatIsFilledInLibreOfficeIsShownCellByCellThenTaken(String said) {
        var parts = said.split(":", -1);
        var filled = changed(download("vanphong", parts[2]), sheet -> {
            cell(sheet, "SL-01", "TC05").setCellValue(13);
            cell(sheet, "SL-02", "TC05").setCellValue("không phát sinh");
            cell(sheet, "SL-03", "TC10").setCellValue("trên 1.200");
        });

        var page = look("vanphong", parts[2], Calc.fill(filled, parts[0], parts[1], Map.of()));

        assertThat(page).contains("3 ô sẽ thay đổi", "Bến Lam", "TC05", "không phát sinh", "trên 1.200");
        assertThat(kept("SL-01", parts[2], "TC05")).as("only looked at").isEmpty();
        take("vanphong", page);
        assertThat(kept("SL-01", parts[2], "TC05")).isEqualTo("13");
        assertThat(kept("SL-02", parts[2], "TC05")).isEqualTo("không phát sinh");
        assertThat(kept("SL-03", parts[2], "TC10")).isEqualTo("trên 1.200");
        assertThat(look("vanphong", parts[2], filled)).as("once more").contains("Tệp không thay đổi ô nào");
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNeverOverwrittenUnseen() {
        var book = download("vanphong", "2019-07");
        type("xa01", "SL-01", "2019-07", "TC05", "7");
        type("xa01", "SL-01", "2019-07", "TC09", "3");
        var filled = changed(book, sheet -> {
            cell(sheet, "SL-01", "TC05").setCellValue(8);
            cell(sheet, "SL-01", "TC09").setCellValue(4);
            cell(sheet, "SL-02", "TC05").setCellValue(9);
        });

        var page = look("vanphong", "2019-07", filled);

        assertThat(page).contains("2 ô người khác đã sửa", "1 ô sẽ thay đổi", "value=\"SL-01 TC05\"");
        type("xa02", "SL-02", "2019-07", "TC05", "1");
        take("vanphong", page, "SL-01 TC09");
        assertThat(kept("SL-01", "2019-07", "TC05")).as("not ticked").isEqualTo("7");
        assertThat(kept("SL-01", "2019-07", "TC09")).as("ticked").isEqualTo("4");
        assertThat(kept("SL-02", "2019-07", "TC05"))
                .as("changed after the look")
                .isEqualTo("1");
    }

    @Test
    void theChecksSpeakBeforeAnythingIsTaken() {
        var filled = changed(download("vanphong", "2019-08"), sheet -> {
            cell(sheet, "SL-01", "TC05").setCellValue(12.5);
            cell(sheet, "SL-02", "TC05").setCellValue("mười hai");
            cell(sheet, "SL-03", "TC05").setCellValue(DateUtil.getExcelDate(java.time.LocalDate.of(2019, 8, 1)));
        });

        assertThat(look("vanphong", "2019-08", filled))
                .contains("Phép kiểm tra sẽ nhắc ở 2 đơn vị", "“mười hai” không phải là số", "12,5");
    }

    @Test
    void aDamagedFileSaysWhatIsWrongAndTheRestStays() {
        var book = download("vanphong", "2019-09");
        var filled = changed(book, sheet -> {
            sheet.getRow(KEY_ROW).getCell(column(sheet, "TC09")).setBlank();
            row(sheet, "SL-02").getCell(0).setCellValue("SL-99");
            row(sheet, "SL-04").getCell(0).setCellValue("SL-03");
            row(sheet, "SL-05").getCell(1).setCellValue("Bãi Dâu");
            cell(sheet, "SL-05", "TC05").setCellValue(50);
            cell(sheet, "SL-06", "TC05").setCellValue(6);
        });

        assertThat(look("vanphong", "2019-09", filled))
                .contains("thiếu cột TC09", "khóa “SL-99”", "“SL-03” có hai lần", "mang khóa của", "1 ô sẽ thay đổi")
                .doesNotContain("<strong>50</strong>");
        assertThat(look(
                        "xa01",
                        "2019-09",
                        changed(book, sheet -> cell(sheet, "SL-02", "TC05").setCellValue(2))))
                .as("a commune takes in nothing of another")
                .contains("khóa “SL-02” không phải đơn vị", "Tệp không thay đổi ô nào");
        assertThat(look("vanphong", "2019-10", book)).contains("không phải của trang đang mở");
        assertThat(look("vanphong", "2019-09", books.empty("SL-01", "2019-09")))
                .contains("không phải bảng nhiều đơn vị");
        assertThat(look("vanphong", "2019-09", new byte[] {1, 2, 3})).contains("không phải bảng tính");
        assertThat(look(
                        "vanphong",
                        "2019-09",
                        changed(
                                book,
                                sheet -> sheet.getWorkbook()
                                        .getSheet(WorkbookIdentity.SHEET)
                                        .forEach(line -> line.getCell(1).setCellValue("9")))))
                .contains("không phải bảng nhiều đơn vị");
    }

    @Test
    void aReturnThatIsSentTakesNothing() {
        var filled = changed(download("vanphong", "2018-10"), sheet -> {
            assertThat(cell(sheet, "SL-01", "TC05").getCellStyle().getLocked()).isTrue();
            assertThat(cell(sheet, "SL-12", "TC05").getCellStyle().getLocked()).isFalse();
            cell(sheet, "SL-01", "TC05").setCellValue(999);
        });

        assertThat(look("vanphong", "2018-10", filled)).contains("báo cáo đã gửi, không nhận", "999");
    }

    @Test
    void twoHundredUnitsTimesAllColumnsGoOutThroughLibreOfficeAndBack() {
        viewer.run(Viewer.SYSTEM, () -> {
            var day = java.time.LocalDate.of(2018, 11, 1);
            var kind = organization.get(organization.idOf("SL-01"), day).kind();
            for (int unit = 1; unit <= 190; unit++) {
                organization.found(new NewUnit(
                        "SLX-" + unit,
                        "Xã thử " + unit,
                        "Xã thử " + unit,
                        kind,
                        organization.idOf("SL"),
                        DateRange.from(java.time.LocalDate.of(2018, 1, 1)),
                        "thử"));
            }
        });
        var began = System.nanoTime();
        var book = download("vanphong", "2019-11");
        var filled = changed(book, sheet -> {
            assertThat(sheet.getLastRowNum() - KEY_ROW).isEqualTo(UnitGrid.ROWS);
            for (int at = KEY_ROW + 1; at <= sheet.getLastRowNum(); at++) {
                sheet.getRow(at).getCell(column(sheet, "TC05")).setCellValue(at);
                sheet.getRow(at).getCell(column(sheet, "TC09")).setCellValue(at);
            }
        });
        var saved = Office.convert(filled, "xlsx", "xlsx");

        var page = look("vanphong", "2019-11", saved);

        System.out.println("200 rows there and back: " + (System.nanoTime() - began) / 1_000_000 + " ms");
        assertThat(page).contains("400 ô sẽ thay đổi");
        take("vanphong", page);
        assertThat(kept("SL-01", "2019-11", "TC09")).isNotEmpty();
    }
}
