package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The catalogue in the hands of those who keep it: new lines, versions, parts, files. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CataloguePagesTest {

    private static final LocalDate DECEMBER = LocalDate.of(2018, 12, 1);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Indicators indicators;

    @Autowired
    CatalogueImport imports;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, "vanphong")).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, "vanphong"));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> fresh(String code, String unit, String type, String above, String below) {
        var fields =
                new HashMap<>(Map.of("code", code, "group", "A", "type", type, "nameVi", "Số thử", "nameEn", "A try"));
        fields.putAll(Map.of("unitVi", unit, "unitEn", "x", "numerator", above, "denominator", below));
        fields.put("overTime", type.equals("PERCENT") ? "RECOMPUTE" : "SUM");
        fields.putAll(
                Map.of("direction", "MORE", "decimals", "1", "periods", "M", "reporter", "CS", "from", "2018-12-01"));
        return fields;
    }

    @Test
    void aCalculatedIndicatorIsAddedAndWorkedOut() {
        assertThat(post("/indicators", fresh("TC61", "người", "FLOW", "TC17 + TC22 − TC23", "")))
                .hasRedirectedUrl("/indicators/TC61");
        assertThat(get("/indicators/TC61")).bodyText().contains("TC17 + TC22 − TC23", "Tổ chức cơ sở đảng");
        assertThat(post("/indicators", fresh("TC61", "người", "FLOW", "TC17", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Danh mục đã có chỉ tiêu TC61.");
    }

    @Test
    void unitsThatDoNotFitAreToldWithThePlaceMarked() {
        assertThat(post("/indicators", fresh("TC62", "người", "FLOW", "TC17 + (TC10 + TC19)", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Không cộng trừ được “người” với “%”", "TC17 + (<mark>TC10 + TC19</mark>)");
        assertThat(post("/indicators", fresh("TC62", "chi bộ", "FLOW", "TC17 + TC10", "")))
                .bodyText()
                .contains("Công thức cho ra “người”");
        assertThat(post("/indicators", fresh("TC62", "%", "PERCENT", "TC17", "")))
                .bodyText()
                .contains("Tỷ lệ cần cả tử số và mẫu số.");
        assertThat(indicators.byCode("TC62", DECEMBER)).isEmpty();
    }

    @Test
    void aFormulaThatComesBackToItselfIsRefused() {
        assertThat(post("/indicators", fresh("TC63", "người", "FLOW", "TC17 + TC22", "")))
                .hasStatus3xxRedirection();
        assertThat(post("/indicators", fresh("TC64", "người", "FLOW", "TC63 * 2", "")))
                .hasStatus3xxRedirection();
        var change = fresh("TC63", "người", "FLOW", "TC17 + TC64", "");
        change.put("from", "2019-01-01");
        assertThat(post("/indicators/TC63/versions", change))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("TC63 → TC64 → TC63");
        assertThat(post("/indicators", fresh("TC65", "người", "FLOW", "TC10 - TC10'", "")))
                .hasStatus3xxRedirection();
        assertThat(post("/indicators", fresh("TC66", "người", "FLOW", "TC65' + 1", "")))
                .bodyText()
                .contains("chính nó đã tính từ kỳ trước");
    }

    @Test
    void aNewUnitOfMeasureMayNotBreakWhatIsCalculatedFromIt() {
        var change = fresh("", "tổ chức", "STOCK", "", "");
        assertThat(post("/indicators/TC05/versions", change))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("SH02 “Tỷ lệ chi bộ sinh hoạt đúng quy định” tính từ chỉ tiêu này", "“chi bộ”", "“tổ chức”");
    }

    @Test
    void beforeAChangeItIsToldWhatRestsOnTheIndicator() {
        var change = new HashMap<>(fresh("", "người", "FLOW", "", ""));
        change.put("nameVi", "Đảng viên mới được kết nạp trong kỳ");
        assertThat(post("/indicators/TC17/preview", change))
                .hasStatusOk()
                .bodyText()
                .contains("<del>Đảng viên mới kết nạp</del>", "<ins>Đảng viên mới được kết nạp trong kỳ</ins>")
                .contains(
                        "TH-THANG",
                        "TC19 = TC17",
                        "TC10 = TC10 kỳ trước",
                        "name=\"nameVi\" value=\"Đảng viên mới được");
        assertThat(indicators.get("TC17", DECEMBER).name()).isEqualTo("Đảng viên mới kết nạp");
    }

    @Test
    void lastYearsFigureKeepsItsNameAndNoVersionBeginsInThePast() {
        var change = new HashMap<>(fresh("", "đơn", "FLOW", "", ""));
        change.put("nameVi", "Đơn thư tiếp nhận");
        change.put("from", "2018-10-01");
        assertThat(post("/indicators/NC03/versions", change))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("các kỳ đã qua giữ nguyên định nghĩa");
        change.put("from", "2018-12-01");
        assertThat(post("/indicators/NC03/versions", change)).hasRedirectedUrl("/indicators/NC03");

        assertThat(get("/figures/SL/NC03/2018-10"))
                .bodyText()
                .contains("Số đơn tiếp nhận")
                .doesNotContain("Đơn thư tiếp nhận");
        assertThat(get("/figures/SL/NC03/2018-12")).bodyText().contains("Đơn thư tiếp nhận");
    }

    @Test
    void aPartBringsItsCheckAndTakesItAlongWhenItEnds() {
        var part = Map.of("part", "tc16", "cutVi", "", "cutEn", "", "severity", "INFORMS", "from", "2018-12-01");
        assertThat(post("/indicators/TC22/parts", part)).hasRedirectedUrl("/indicators/TC22?tab=parts");
        assertThat(get("/indicators/TC22?tab=parts")).bodyText().contains("Đảng viên đi làm ăn xa");
        assertThat(indicators.checks(DECEMBER))
                .anyMatch(check -> check.relation().equals(new Relation.Part("TC16", "TC22")));

        var row = indicators.checks(DECEMBER.minusDays(1));
        assertThat(row).noneMatch(check -> check.relation().equals(new Relation.Part("TC16", "TC22")));
        post("/indicators/TC16/parts", Map.of("part", "TC22", "severity", "INFORMS", "from", "2018-12-01"));
        post("/indicators/TC22/parts", Map.of("part", "TC05", "severity", "INFORMS", "from", "2018-12-01"));
        assertThat(indicators.checks(DECEMBER))
                .noneMatch(check -> check.relation().equals(new Relation.Part("TC22", "TC16")))
                .noneMatch(check -> check.relation().equals(new Relation.Part("TC05", "TC22")));
    }

    @Test
    void theCatalogueGoesOutAndComesBackTheSame() throws IOException {
        var text = get("/indicators?format=csv").getResponse().getContentAsString(StandardCharsets.UTF_8);
        var rows = CatalogueFile.rows(text);
        assertThat(rows).hasSizeGreaterThan(120);
        assertThat(imports.take(rows)).isEqualTo(new CatalogueImport.Outcome(0, 0, rows.size(), List.of()));

        var bytes = get("/indicators?format=xlsx").getResponse().getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
            for (var column = 0; column < CatalogueFile.HEADERS.size(); column++) {
                var header = CatalogueFile.HEADERS.get(column);
                assertThat(sheet.getRow(0).getCell(column).getStringCellValue()).isEqualTo(header);
                var cell = sheet.getRow(10).getCell(column);
                assertThat(cell == null ? "" : cell.getStringCellValue())
                        .isEqualTo(rows.get(9).get(header));
            }
        }
    }

    @Test
    void aFileBringsNewLinesAndVersionsOnceAndNothingWhenItIsWrong() throws IOException {
        var text = get("/indicators?format=csv&q=DV06").getResponse().getContentAsString(StandardCharsets.UTF_8);
        var rows = new ArrayList<>(CatalogueFile.rows(text));
        var next = new HashMap<>(rows.getFirst());
        next.putAll(Map.of("name_vi", "Ý kiến nêu ra", "valid_from", "2018-12-01"));
        var fresh = new HashMap<>(rows.getFirst());
        fresh.putAll(Map.of("code", "DV61", "valid_from", "2018-01-01"));
        rows.add(next);
        rows.add(fresh);

        assertThat(imports.take(rows)).isEqualTo(new CatalogueImport.Outcome(1, 1, 1, List.of()));
        assertThat(imports.take(rows)).isEqualTo(new CatalogueImport.Outcome(0, 0, 3, List.of()));
        assertThat(indicators.get("DV06", DECEMBER).name()).isEqualTo("Ý kiến nêu ra");
        assertThat(indicators.get("DV06", DECEMBER.minusDays(1)).name()).isEqualTo("Ý kiến, kiến nghị tại đối thoại");

        var wrong = new HashMap<>(fresh);
        wrong.putAll(Map.of("code", "DV62", "numerator", "DV06 + TC19"));
        var past = new HashMap<>(rows.getFirst());
        past.put("name_vi", "Tên khác hẳn");
        var good = new HashMap<>(fresh);
        good.put("code", "DV63");
        var outcome = imports.take(List.of(good, wrong, past));
        assertThat(outcome.problems()).hasSize(2).anyMatch(said -> said.startsWith("Dòng 3, DV62:"));
        assertThat(indicators.byCode("DV63", DECEMBER)).isEmpty();
    }

    @Test
    void aCheckIsTriedOnThePastBeforeItIsKept() {
        var typed = Map.of("relation", "TC10 <= TC05 * 10", "severity", "INFORMS", "from", "2018-12-01");
        assertThat(post("/indicators/checks/preview", typed))
                .hasStatusOk()
                .bodyText()
                .contains("tháng 10/2018", "tháng 9/2018", "tháng 8/2018", "đơn vị có số bị nhắc:", "× 10");
        var peers = Map.of("relation", "TC10 like peers 1 from 3", "severity", "INFORMS", "from", "2018-12-01");
        assertThat(post("/indicators/checks/preview", peers))
                .hasStatusOk()
                .bodyText()
                .contains("đơn vị cùng loại", "độ lệch là");
    }

    @Test
    void aCheckIsChangedFromADay() {
        var before = indicators.checks(DECEMBER.minusDays(1)).size();
        var typed =
                Map.of("relation", "NC01 <= 400", "severity", "INFORMS", "from", "2018-12-01", "replaces", "NC01-days");
        assertThat(post("/indicators/checks", typed)).hasRedirectedUrl("/indicators/checks");
        assertThat(indicators.checks(DECEMBER))
                .filteredOn(check -> check.relation().subject().equals("NC01"))
                .extracting(Words::relation)
                .contains("NC01 ≤ 400")
                .doesNotContain("NC01 ≤ 366");
        assertThat(indicators.checks(DECEMBER.minusDays(1))).hasSize(before);
    }
}
