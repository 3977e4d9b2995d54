package org.giaoban.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.Texts;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The story's figures in tables, passports and plans, as the district's office and a commune see them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class FigurePagesTest {

    private static final Period TO_OCTOBER = Period.parse("2018-YTD-10");
    private static final List<String> PLANNED = List.of(
            "TC09", "TC17", "TC21", "TC30", "SH02", "SH05", "SH12", "TT01", "TT03", "TT04", "TT05", "TT07", "KT01",
            "KT07", "DV04", "NC01", "KX07", "KX09", "KX11");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private Figures figures;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private IndicatorSamples texts;

    private UnitId district = UnitId.next();

    @BeforeEach
    void elevenReturnsOfOctoberAreIn() {
        district = organization.idOf("SL");
        LocaleContextHolder.setLocale(Texts.VIETNAMESE);
        viewer.run(Viewer.SYSTEM, () -> new StoryReturns(figures, organization).bringIn());
    }

    @Test
    void theBriefingShowsNineteenPlannedIndicatorsAndTheFiveBehind() {
        var lines = lines();

        assertThat(lines.values())
                .filteredOn(line -> line.standing() != Standing.NO_PLAN)
                .hasSize(19);
        assertThat(lines.values())
                .filteredOn(line -> line.standing() == Standing.BEHIND || line.standing() == Standing.FAR_BEHIND)
                .extracting(line -> line.indicator().code())
                .containsExactlyInAnyOrder("TC17", "SH12", "KT01", "KX07", "KX09");
        assertThat(said(lines, "TC17")).isEqualTo("61 of 84, last year 56, lowest SL-06 2");
        assertThat(said(lines, "KX07")).isEqualTo("15,4 of 17, last year 14,2, lowest SL-05 12");
        assertThat(said(lines, "KX09")).isEqualTo("9 of 15, last year 5, lowest SL-09 0");
        assertThat(said(lines, "KT01")).isEqualTo("17 of 26, last year 20, lowest SL-10 0");
        assertThat(said(lines, "SH12")).isEqualTo("71,3 % of 80 %, last year 66,2 %, lowest SL-11 58,3 %");
        assertThat(lines.get("TC17").actual().counts()).isEqualTo(new FigureLine.Counts(12, 11, 1, 0, 0, 0, 0));
    }

    @Test
    void theTableCanBeFilteredAndTakenAwayAsAFile() {
        assertThat(get("vanphong", "/figures/SL/2018-YTD-10"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Số liệu 10 tháng đầu năm 2018",
                        "href=\"/figures/SL/TC17/2018-YTD-10\"",
                        "Rú Mây",
                        "2/8",
                        "12/12 · 0");
        assertThat(get("vanphong", "/figures/SL/2018-YTD-10?standing=FAR_BEHIND"))
                .bodyText()
                .contains("Khu dân cư kiểu mẫu đạt chuẩn")
                .doesNotContain("Đảng viên mới kết nạp");
        assertThat(get("vanphong", "/figures/SL/2018-YTD-10?group=A&format=csv"))
                .hasStatusOk()
                .bodyText()
                .contains("\"TC17\",\"Đảng viên mới kết nạp\",\"người\",\"61\",\"84\"", "Rú Mây 2/8")
                .doesNotContain("KX07");
        assertThat(get("vanphong", "/figures")).hasStatus3xxRedirection().hasRedirectedUrl("/figures/SL/2018-YTD-10");
    }

    @Test
    void aPassportLeadsFromTheDistrictDownToTheRow() {
        assertThat(get("vanphong", "/figures/SL/TC17/2018-YTD-10"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "7 + 6 + 5 + 6 + 4 + 2 + 6 + 6 + 5 + 5 + 5 + 4 = 61",
                        "href=\"/figures/SL-06/TC17/2018-YTD-10\"",
                        "31/10/2018",
                        "1 đơn vị thiếu tháng cuối",
                        "tháng 10/2017");
        assertThat(get("vanphong", "/figures/SL-04/TC10/2018-08"))
                .bodyText()
                .contains("213", "Sổ theo dõi cũ", "tháng 8/2018");
        assertThat(get("vanphong", "/figures/SL/SH12/2018-YTD-10"))
                .bodyText()
                .contains("826 / 1.159 × 100 = 71,3", "Số buổi sinh hoạt xếp loại khá");
        assertThat(get("vanphong", "/figures/SL/XX99/2018-10")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("vanphong", "/figures/SL/TC17/2018-13")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aPopOverIsThePassportWithoutTheFrame() {
        var glance = mvc.get()
                .uri("/figures/SL/TC17/2018-YTD-10")
                .header("HX-Request", "true")
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();

        assertThat(glance).hasStatusOk().bodyText().contains("61", "72,6").doesNotContain("<html");
    }

    @Test
    void aCommuneSeesItsOwnFiguresAlone() {
        assertThat(get("xa03", "/figures/SL-03/2018-10")).hasStatusOk();
        assertThat(get("xa03", "/figures/SL-04/2018-10")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa03", "/figures/SL/2018-10")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa03", "/figures/SL/TC17/2018-10")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa03", "/figures")).hasRedirectedUrl("/figures/SL-03/2018-YTD-10");
    }

    @Test
    void aFrozenFigureIsNotPublicUntilATextPublishesIt() {
        var frozen = viewer.as(Viewer.SYSTEM, () -> figures.freeze(figures.ref(district, TO_OCTOBER, "TC17")));

        assertThat(mvc.get().uri(frozen.href()).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("vanphong", frozen.href())).hasStatusOk().bodyText().contains("61", "Mở hộ chiếu số liệu");

        texts.publish(frozen.id());

        assertThat(mvc.get().uri(frozen.href()).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("61", "Huyện ủy Sông Lam", "Tin giao ban tháng 11")
                .doesNotContain("Rú Mây", "Mở hộ chiếu số liệu", "đính chính");
        assertThat(get("vanphong", "/figures/SL/TC17/2018-YTD-10"))
                .bodyText()
                .contains("Tin giao ban tháng 11", "Ghi 61");
    }

    @Test
    void aTextThatPrintedAFigureIsToldWhenTheRowsAreCorrected() {
        var month = Period.month(2017, 3);
        var unit = organization.idOf("SL-07");
        var frozen = viewer.as(Viewer.SYSTEM, () -> figures.freeze(figures.ref(district, month, "KX11")));
        texts.publish(frozen.id());
        viewer.run(
                Viewer.SYSTEM,
                () -> figures.put(
                        new FactSource("test", UUID.randomUUID(), "Đính chính"),
                        unit,
                        month,
                        List.of(new Fact("KX11", Figure.of(40), "B1!C7"))));

        assertThat(mvc.get().uri(frozen.href()).exchange()).bodyText().contains("đã được đính chính");
        assertThat(get("vanphong", "/figures/SL-07/KX11/2017-03"))
                .bodyText()
                .contains("Đã sửa 1 lần", "Không ghi lý do", "B1!C7", "Đính chính");
        assertThat(get("vanphong", "/figures/SL/KX11/2017-03")).bodyText().contains("Nay là");
    }

    @Test
    void theCatalogueIsSearchedWithoutTonesAndExported() {
        assertThat(get("vanphong", "/indicators?q=ket nap"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng viên mới kết nạp", "TC19")
                .doesNotContain("Số đơn tiếp nhận");
        assertThat(get("vanphong", "/indicators?group=H&format=csv"))
                .bodyText()
                .contains("\"NC03\"")
                .doesNotContain("TC17");
        assertThat(get("xa03", "/indicators/TC10"))
                .bodyText()
                .contains("TC10 = TC10 kỳ trước + TC17 + TC22 − TC23 − TC24 − TC25 − TC26", "TC11 ≤ TC10")
                .doesNotContain("/indicators/TC10/edit");
    }

    @Test
    void aNewDefinitionHoldsFromItsDayAndLeavesThePastAlone() {
        assertThat(post("xa03", "/indicators/NC02/versions", Map.of("from", "2019-01-01")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("quantri", "/indicators/NC02/versions", Map.of("nameVi", "", "from", "x")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Cần có tên.", "Ghi ngày bắt đầu.");

        var fields = Map.of(
                "nameVi",
                "Lượt công dân được tiếp tại trụ sở",
                "nameEn",
                "Citizens received at the office",
                "direction",
                "NEUTRAL",
                "decimals",
                "0",
                "from",
                "2019-01-01");
        assertThat(post("quantri", "/indicators/NC02/versions", fields)).hasRedirectedUrl("/indicators/NC02");

        assertThat(get("quantri", "/indicators?q=NC02&on=2018-12-31"))
                .bodyText()
                .doesNotContain("tại trụ sở");
        assertThat(get("quantri", "/indicators?q=NC02&on=2019-01-01"))
                .bodyText()
                .contains("tại trụ sở");
        assertThat(get("quantri", "/indicators/NC02?tab=history")).bodyText().contains("Sửa định nghĩa chỉ tiêu");
        assertThat(post("quantri", "/indicators/NC02/versions", fields)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aPlanIsTypedImportedAndRevisedWithoutLosingTheOldOne() {
        assertThat(get("vanphong", "/targets/SL-02/2019"))
                .bodyText()
                .contains("Chưa giao chỉ tiêu")
                .doesNotContain("value_TC17");
        assertThat(get("vanphong", "/targets/SL-02/2019?all=1")).bodyText().contains("name=\"value_TC17\"");
        assertThat(get("vanphong", "/targets/SL/2018"))
                .hasStatusOk()
                .bodyText()
                .contains("Cấp dưới cộng lại", "name=\"value_TC17\"", "84");
        assertThat(post("vanphong", "/targets/SL-02/2019", Map.of("value_TC17", "1.2.3", "value_TC21", "5")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("TC17: “1.2.3” không phải là số", "value=\"1.2.3\"", "value=\"5\"");

        assertThat(post("vanphong", "/targets/SL-02/2019", Map.of("value_TC17", "9", "phasing_TC17", "đều")))
                .hasRedirectedUrl("/targets/SL-02/2019");
        var csv = new MockMultipartFile(
                "file",
                "plan.csv",
                "text/csv",
                "indicator;value;phasing\nTC17;11;\nTC21;4;\n".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .multipart()
                        .uri("/targets/SL-02/2019/import")
                        .file(csv)
                        .with(SignIn.as(accounts, "vanphong"))
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl("/targets/SL-02/2019");

        assertThat(get("vanphong", "/targets/SL-02/2019?tab=versions"))
                .bodyText()
                .contains("Thay ngày", "Đang dùng", ">9<", ">11<");
        assertThat(post("xa03", "/targets/SL-02/2019", Map.of("value_TC17", "1")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @AfterEach
    void theNextTestSpeaksAnyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private Map<String, FigureLine> lines() {
        return viewer.as(Viewer.SYSTEM, () -> figures.rows(district, TO_OCTOBER, PLANNED, TreeView.AS_WAS)).stream()
                .collect(Collectors.toMap(line -> line.indicator().code(), line -> line));
    }

    private static String said(Map<String, FigureLine> lines, String code) {
        var line = lines.get(code);
        var indicator = line.indicator();
        var lowest = line.lowest().getFirst();
        return (line.actual().text(indicator) + " of "
                        + FigureText.number(indicator, line.plan().year()) + ", last year "
                        + line.sameLastYear().text(indicator) + ", lowest " + lowest.code() + " "
                        + lowest.rolled().text(indicator))
                .replace('\u00a0', ' ');
    }

    private MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String uri, Map<String, String> fields) {
        var request = mvc.post().uri(uri).with(SignIn.as(accounts, login)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
