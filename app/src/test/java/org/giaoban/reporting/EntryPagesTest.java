package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.Tasks;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What stands beside the figures of a return: talk about cells, explanations asked by the plan, counts of the system, many at once. */
@GiaoBanTest(story = "vu-quang-2018-11")
class EntryPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Organization organization;

    @Autowired
    Tasks tasks;

    @Autowired
    Books books;

    @Autowired
    DSLContext db;

    @BeforeEach
    void inVietnamese() {
        LocaleContextHolder.setLocale(org.giaoban.platform.Texts.VIETNAMESE);
    }

    private MvcTestResult get(String login, String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, login));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(String unit, String period) {
        return "/returns/" + unit + "/TH-THANG/" + period;
    }

    private Map<String, String> typed(String unit) {
        return new HashMap<>(Fields.of(books.october(unit)).typed());
    }

    @Test
    void talkAboutACellIsSeenByBothSidesAndStaysWithNewVersions() {
        String address = address("SL-02", "2018-11");
        post("xa02", address + "/comments", Map.of("indicator", "TC10", "text", "Đã đối chiếu sổ <b>"));
        post("vanphong", address + "/comments", Map.of("indicator", "TC10", "text", "Xin gửi bản chụp sổ"));
        post("xa02", address, typed("SL-02"));

        assertThat(body(get("vanphong", address + "/comments")))
                .contains("Đã đối chiếu sổ &lt;b", "Xin gửi bản chụp sổ", "Đang trao đổi");
        assertThat(body(get("xa02", address))).contains("2 ý kiến");
        assertThat(body(get("vanphong", "/returns?period=2018-11"))).contains("1 ý kiến");
        assertThat(body(get("vanphong", "/returns/grid?form=TH-THANG&period=2018-11")))
                .contains("data-n=\"2\"");
        assertThat(body(get("xa02", "/inbox"))).contains("Xin gửi bản chụp sổ");
        assertThat(body(get("vanphong", "/inbox"))).contains("Đã đối chiếu sổ");
        assertThat(get("xa03", address + "/comments")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("xa03", address + "/comments", Map.of("indicator", "TC10", "text", "x")))
                .hasStatus(HttpStatus.NOT_FOUND);

        post("vanphong", address + "/comments/resolve", Map.of("indicator", "TC10"));
        assertThat(body(get("xa02", address + "/comments"))).contains("Đã giải quyết: Đinh Thị Mai An");
        assertThat(body(get("xa02", address))).doesNotContain("2 ý kiến");
    }

    @Test
    void aFigureFarBehindItsPlanIsExplainedBeforeItIsSent() {
        assertThat(post("xa10", "/returns/pace", Map.of("least", "80", "from", "2018-11-01"))
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(post("vanphong", "/returns/pace", Map.of("indicator", "KX07", "least", "101", "from", "2018-11-01")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        post("vanphong", "/returns/pace", Map.of("indicator", "KX07", "least", "80", "from", "2018-11-01"));
        assertThat(body(get("vanphong", "/returns/pace"))).contains("KX07", "80", "01/11/2018");
        String address = address("SL-10", "2018-11");
        var fields = typed("SL-10");
        fields.put("v.KX07", "5");
        fields.put("do", "send");

        post("xa10", address, fields);
        assertThat(body(get("xa10", address)))
                .contains("Vì sao?", "kế hoạch năm (5/17)")
                .doesNotContain("Mở lại để sửa");

        fields.put("r.KX07", "Mưa lũ tháng 10");
        post("xa10", address, fields);
        assertThat(body(get("xa10", address))).contains("Mở lại để sửa");
        assertThat(body(get("vanphong", "/returns?period=2018-11"))).contains("Mưa lũ tháng 10");
    }

    @Test
    void theSystemsCountIsOfferedTakenAndNeverPutOverWhatWasTyped() {
        db.execute("insert into reporting.prefill (indicator, source, valid_from)"
                + " values ('NC01', 'tasks.counted.given', date '2011-01-01')");
        db.execute(
                "insert into platform.stamp (name, number) values ('reporting.prefill', nextval('platform.stamp_number'))"
                        + " on conflict (name) do update set number = excluded.number");
        var unit = viewer.as(Viewer.SYSTEM, () -> organization.idOf("SL-01"));
        viewer.as(
                Viewer.SYSTEM,
                () -> tasks.assign(new Order(
                        "Việc được đếm",
                        "xong",
                        LocalDate.of(2018, 11, 20),
                        List.of(new Order.Assignee(unit, null, "BI_THU")),
                        unit,
                        new SourceRef("sample", UUID.randomUUID(), "mẫu", "/"),
                        Order.Reasons.NONE)));
        String address = address("SL-01", "2018-11");

        assertThat(body(get("xa01", address))).contains("Hệ thống đếm được 1", "Dùng số này");
        assertThat(body(get("xa01", address + "/counted/NC01"))).contains("Việc được đếm");
        post("xa01", address + "/counted/NC01", Map.of());
        assertThat(body(get("xa01", address)))
                .contains("name=\"v.NC01\" value=\"1\"")
                .doesNotContain("Dùng số này");

        var fields = typed("SL-01");
        fields.put("v.NC01", "1");
        fields.put("do", "send");
        post("xa01", address, fields);
        assertThat(body(get("vanphong", "/figures/SL-01/NC01/2018-11")))
                .contains("Hệ thống đếm: Nhiệm vụ đơn vị giao trong kỳ");

        String other = address("SL-01", "2018-12");
        post("xa01", other + "/typing", Map.of("fields", "{\"v.NC01\": [\"\", \"9\"]}"));
        post("xa01", other + "/counted/NC01", Map.of());
        assertThat(body(get("xa01", other))).contains("name=\"v.NC01\" value=\"9\"");
    }

    @Test
    void whatIsWholeIsSentAtOnceAndTheRestSaysWhy() {
        post("xa11", address("SL-11", "2018-11"), typed("SL-11"));
        var lacking = typed("SL-09");
        lacking.remove("v.TC17");
        lacking.remove("m.TC17");
        post("xa09", address("SL-09", "2018-11"), lacking);

        assertThat(body(get("vanphong", "/returns/grid/send?form=TH-THANG&period=2018-11")))
                .contains("value=\"SL-11\"", "Còn thiếu 1 chỉ tiêu: TC17")
                .doesNotContain("value=\"SL-09\"");
        post("vanphong", "/returns/grid/send", Map.of("form", "TH-THANG", "period", "2018-11", "units", "SL-11"));
        assertThat(body(get("xa11", address("SL-11", "2018-11")))).contains("Mở lại để sửa");
        assertThat(post(
                        "xa11",
                        "/returns/grid/send",
                        Map.of("form", "TH-THANG", "period", "2018-11", "units", "SL-09")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void withoutAScriptTheSameCellsComeAsForms() {
        String plain = "/returns/grid/plain?form=TH-THANG&period=2019-01&group=1";
        assertThat(body(get("vanphong", plain)))
                .contains("name=\"c SL-01 TC05\"")
                .doesNotContain("SL-11 TC05");
        var page = Map.of("form", "TH-THANG", "period", "2019-01", "group", "1");
        var mine = new HashMap<>(page);
        mine.put("c SL-01 TC05", "12");
        mine.put("w SL-01 TC05", "");
        assertThat(post("vanphong", "/returns/grid/plain", mine)).hasStatus(HttpStatus.SEE_OTHER);
        mine.put("c SL-01 TC05", "14");

        var late = post("xa01", "/returns/grid/plain", mine);

        assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(late)).contains("value=\"14\"", "Đinh Thị Mai An đã nhập “12”");
    }
}
