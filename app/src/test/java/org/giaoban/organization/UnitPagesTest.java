package org.giaoban.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.people.People;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The tree, a unit's page and the forms, as the office sees them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class UnitPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private Mandates mandates;

    @Autowired
    private People people;

    @Test
    void theTreeOfADayShowsItsUnitsWithTheirHeads() {
        assertThat(get("vanphong", "/units?on=2018-11-01"))
                .hasStatusOk()
                .bodyText()
                .contains("31 đơn vị", "Cây ngày 01/11/2018", "Đảng ủy xã Vực Trầu", "Phùng Bá Lạc")
                .doesNotContain("Đào Văn Mão");
        assertThat(get("vanphong", "/units?on=2011-02-28"))
                .bodyText()
                .contains("30 đơn vị")
                .doesNotContain("Văn phòng điều phối nông thôn mới");
        assertThat(get("vanphong", "/units?on=1980-01-01")).bodyText().contains("Ngày này chưa có đơn vị nào");
    }

    @Test
    void theSearchForgivesTonesAndKeepsToTheDay() {
        assertThat(get("vanphong", "/units?on=2018-11-01&q=dong trem"))
                .bodyText()
                .contains("Tìm thấy 1 đơn vị", "Đảng ủy xã Đồng Trẹm")
                .doesNotContain("Đảng ủy xã Khe Sậy");
        assertThat(get("vanphong", "/units?on=2011-02-28&q=nong thon moi"))
                .bodyText()
                .contains("Không có đơn vị nào khớp");
    }

    @Test
    void aReporterSeesTheOwnUnitAlone() {
        assertThat(get("xa03", "/units?on=2018-11-01"))
                .hasStatusOk()
                .bodyText()
                .contains("Đảng ủy xã Cồn Soi")
                .doesNotContain("Đảng ủy xã Khe Sậy", "Huyện ủy Sông Lam", "Lập đơn vị mới");
        assertThat(get("xa03", "/units/SL-05")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa03", "/units/SL-03/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa03", "/units/export?format=csv&on=2018-11-01"))
                .bodyText()
                .contains("Cồn Soi")
                .doesNotContain("Khe Sậy");
    }

    @Test
    void aUnitsPageTellsItsPostsOnThatDayAndBefore() {
        assertThat(get("vanphong", "/units/SL-12?on=2018-11-01&tab=posts"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Huyện ủy Sông Lam",
                        "Phùng Bá Lạc",
                        "bầu bổ sung",
                        "từ 03/04/2017",
                        "Đào Văn Mão",
                        "20/05/2015 – 02/04/2017");
        assertThat(get("vanphong", "/units/SL-NTM?on=2010-01-01"))
                .bodyText()
                .contains("Đơn vị này không tồn tại ngày 01/01/2010");
        assertThat(get("vanphong", "/units/KHONG-CO")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theChartAndTheExportHoldTheWholeTree() {
        assertThat(get("vanphong", "/units/SL/chart?on=2018-11-01"))
                .bodyText()
                .contains("gb-chart", "Trần Đình Khoát", "Phòng Tài nguyên và Môi trường huyện Sông Lam");
        assertThat(get("vanphong", "/units/export?format=csv&on=2018-11-01"))
                .bodyText()
                .contains("\"SL-09\",\"Đảng ủy xã Hói Sen\",\"Đảng ủy xã\",\"Huyện ủy Sông Lam\"");
    }

    @Test
    void aUnitIsFoundedBelowAnotherAndItsHistorySaysSo() {
        var form = Map.of(
                "code",
                "SL-CA",
                "name",
                "Đảng ủy  Công an huyện",
                "shortName",
                "Công an",
                "parent",
                "SL",
                "kind",
                "DANG_UY_CO_SO",
                "from",
                "2018-10-15",
                "until",
                "",
                "basis",
                "Quyết định 77-QĐ/HU");

        assertThat(post("vanphong", "/units", form))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/units/SL-CA?on=2018-10-15");

        assertThat(get("vanphong", "/units/SL-CA?on=2018-10-15&tab=history"))
                .bodyText()
                .contains("Đảng ủy Công an huyện", "Lập đơn vị", "Quyết định 77-QĐ/HU", "Đinh Thị Mai An");
        assertThat(organization.find(organization.idOf("SL-CA"), LocalDate.of(2018, 10, 14)))
                .isEmpty();
        assertThat(post("vanphong", "/units", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Mã SL-CA đã có đơn vị khác dùng.", "value=\"Công an\"");
    }

    @Test
    void aKindThatMayNotStandThereIsAnsweredAtItsField() {
        var form = Map.of(
                "code",
                "SL-XX",
                "name",
                "Đảng ủy xã thử",
                "parent",
                "SL-BTC",
                "kind",
                "DANG_UY_XA",
                "from",
                "2018-10-15",
                "shortName",
                "",
                "until",
                "",
                "basis",
                "");

        assertThat(post("vanphong", "/units", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "Ngày 15/10/2018, “Đảng ủy xã” không được đặt dưới Ban Tổ chức Huyện ủy Sông Lam.",
                        "id=\"kind-error\"",
                        "value=\"Đảng ủy xã thử\"");
        assertThat(organization.byCode("SL-XX")).isEmpty();
    }

    @Test
    void aKindThatTheLawEndedCannotBeFoundedAfterwards() {
        var form = Map.of(
                "code",
                "SL-YY",
                "name",
                "Đảng ủy xã muộn",
                "parent",
                "SL",
                "kind",
                "DANG_UY_XA",
                "from",
                "2025-07-01",
                "shortName",
                "",
                "until",
                "",
                "basis",
                "");

        assertThat(post("vanphong", "/units", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ngày 01/07/2025 không có loại “Đảng ủy xã”.");
    }

    @Test
    void aDateBeforeTheParentIsAnsweredInWords() {
        var form = Map.of(
                "code",
                "SL-ZZ",
                "name",
                "Phòng cũ",
                "parent",
                "SL-UB",
                "kind",
                "PHONG",
                "from",
                "1985-01-01",
                "shortName",
                "",
                "until",
                "",
                "basis",
                "");

        assertThat(post("vanphong", "/units", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ngày 01/01/1985 đơn vị cấp trên không tồn tại.");
    }

    @Test
    void aNewNameHoldsFromItsDayAndTheOldOneBefore() {
        var form = Map.of(
                "name",
                "Phòng Tài nguyên, Môi trường và Nước huyện Sông Lam",
                "shortName",
                "Phòng TN-MT-N",
                "kind",
                "PHONG",
                "parent",
                "SL-UB",
                "from",
                "01/10/2018",
                "basis",
                "Quyết định 900/QĐ-UBND");
        var unit = organization.idOf("SL-TNMT");

        assertThat(post("vanphong", "/units/SL-TNMT/edit", form))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/units/SL-TNMT?on=2018-10-01");

        assertThat(organization.get(unit, LocalDate.of(2018, 9, 30)).name())
                .isEqualTo("Phòng Tài nguyên và Môi trường huyện Sông Lam");
        assertThat(organization.get(unit, LocalDate.of(2018, 10, 1)).name())
                .isEqualTo("Phòng Tài nguyên, Môi trường và Nước huyện Sông Lam");
        assertThat(get("vanphong", "/units/SL-TNMT?tab=versions"))
                .bodyText()
                .contains("01/01/1986 – 30/09/2018", "từ 01/10/2018");
    }

    @Test
    void aUnitCannotStandBelowItself() {
        var form = Map.of(
                "name",
                "Ủy ban nhân dân huyện Sông Lam",
                "shortName",
                "UBND huyện",
                "kind",
                "PHONG",
                "parent",
                "SL-UB",
                "from",
                "2018-10-01",
                "basis",
                "");

        assertThat(post("vanphong", "/units/SL-UB/edit", form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(organization
                        .get(organization.idOf("SL-UB"), LocalDate.of(2018, 10, 1))
                        .kind())
                .isEqualTo("UBND_HUYEN");
    }

    @Test
    void twoSecretariesAtOnceAreRefusedAndTheFormKeepsWhatWasTyped() {
        var form = Map.of(
                "person",
                "thai thi oanh",
                "post",
                "BI_THU",
                "method",
                "ELECTED",
                "from",
                "2018-10-01",
                "until",
                "",
                "decision",
                "12-QĐ/HU");

        assertThat(post("vanphong", "/units/SL-01/mandates", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "Chức danh này đang có người giữ: Bí thư Đảng ủy thị trấn Bến Lam, từ 09/05/2015",
                        "value=\"thai thi oanh\"");
    }

    @Test
    void aPostIsEndedAndThenGivenToSomebodyElse() {
        var commune = organization.idOf("SL-02");
        var old = mandates.holder(commune, "BI_THU", LocalDate.of(2018, 10, 1)).orElseThrow();

        assertThat(post("vanphong", "/units/SL-02/mandates/" + old.id() + "/end", Map.of("until", "2018-10-20")))
                .hasStatus3xxRedirection();
        assertThat(post(
                        "vanphong",
                        "/units/SL-02/mandates",
                        Map.of("person", "P-202", "post", "BI_THU", "method", "APPOINTED", "from", "2018-10-21")))
                .hasStatus3xxRedirection();

        assertThat(mandates.holder(commune, "BI_THU", LocalDate.of(2018, 10, 20)))
                .map(Mandate::id)
                .contains(old.id());
        assertThat(mandates.holder(commune, "BI_THU", LocalDate.of(2018, 10, 21)))
                .map(Mandate::person)
                .isEqualTo(people.byCode("P-202"));
        assertThat(post("vanphong", "/units/SL-02/mandates/" + old.id() + "/end", Map.of("until", "2015-01-01")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ngày kết thúc phải sau ngày bắt đầu.");
    }

    @Test
    void aNameThatFitsSeveralIsAskedBack() {
        var form = Map.of("person", "nguyen", "post", "UV_BCH", "method", "ELECTED", "from", "2018-10-01");

        assertThat(post("vanphong", "/units/SL/mandates", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("người khớp, xin chọn", "Nguyễn Hữu Đông (P-101)", "Nguyễn Thị Hồng Liễu (P-002)");
        var picked = people.byCode("P-101").orElseThrow().toString();
        assertThat(post(
                        "vanphong",
                        "/units/SL/mandates",
                        Map.of(
                                "person",
                                "nguyen",
                                "chosen",
                                picked,
                                "post",
                                "UV_BCH",
                                "method",
                                "ELECTED",
                                "from",
                                "2018-10-01")))
                .hasStatus3xxRedirection();
    }

    @Test
    void onlyThoseWhoMayEditReachTheForms() {
        assertThat(get("thuongtruc", "/units/new")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("thuongtruc", "/units/SL-01/mandates", Map.of("person", "P-001", "post", "BI_THU")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult get(String login, String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String uri, Map<String, String> form) {
        var request = mvc.post().uri(uri).with(SignIn.as(accounts, login)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
