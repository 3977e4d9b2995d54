package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of returns, as each person of the story sees and uses them. Every test has a return of its own. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ReturnPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Books books;

    @Autowired
    Figures figures;

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

    /** Posts and reads the page that follows in the same session, with what was said. */
    private String after(String login, String address, Map<String, String> fields) {
        var posted = post(login, address, fields);
        var next = mvc.get()
                .uri(String.valueOf(posted.getResponse().getHeader("Location")))
                .with(SignIn.as(accounts, login));
        var cookie = posted.getResponse().getCookie("giaoban");
        return body(cookie == null ? next.exchange() : next.cookie(cookie).exchange());
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

    private boolean counts(String unit, String period) {
        return viewer.as(
                Viewer.SYSTEM,
                () -> figures.own(books.key(unit, period).unit().id(), Period.parse(period)).values().stream()
                        .anyMatch(Figure.Present.class::isInstance));
    }

    @Test
    void theListSaysWhoReportedAndWhoDidNot() {
        var page = get("vanphong", "/returns?period=2018-10");

        assertThat(page).hasStatusOk();
        assertThat(body(page))
                .contains("11/12 đơn vị đã gửi", "1 đơn vị quá hạn", "Chưa có · trễ 1 ngày", "Vực Trầu", "kết nạp 3");
        assertThat(body(get("vanphong", "/returns?period=2018-10&state=late")))
                .contains("Vực Trầu")
                .doesNotContain(">Bãi Dâu<");
        assertThat(body(get("vanphong", "/returns/export?period=2018-10&format=csv")))
                .contains("\"Bãi Dâu\",\"Đã gửi\"");
    }

    @Test
    void aUnitSeesItsOwnReturnAndNoOther() {
        assertThat(body(get("xa01", "/returns?period=2018-10")))
                .contains("Bến Lam")
                .doesNotContain("Bãi Dâu");
        assertThat(get("xa01", address("SL-01", "2018-10"))).hasStatusOk();
        assertThat(get("xa01", address("SL-02", "2018-10"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa01", address("SL-02", "2018-10") + "/workbook")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("xa01", address("SL-02", "2018-12"), typed("SL-02"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("xa01", address("SL-01", "2018-10") + "/accept", Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("xa01", address("SL-01", "2018-13"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void typingSavesAVersionAndSendsWhatIsWhole() {
        String address = address("SL-01", "2018-11");
        var fields = typed("SL-01");
        fields.put("do", "send");

        assertThat(after("xa01", address, fields)).contains("Đã gửi báo cáo", "Mở lại để sửa", "readonly");
        assertThat(counts("SL-01", "2018-11")).isTrue();
        assertThat(body(get("xa01", address + "/versions")))
                .contains("Phiên bản 1", "Nhập trên màn hình", "Lê Thị Thắm");
        assertThat(body(get("xa01", address + "/history"))).contains("Gửi báo cáo");
    }

    @Test
    void whatIsMissingIsKeptAndNamedButNotSent() {
        String address = address("SL-02", "2018-11");
        var fields = typed("SL-02");
        fields.remove("v.TC17");
        fields.remove("m.TC17");
        fields.put("do", "send");

        assertThat(after("xa02", address, fields))
                .contains("Đã lưu phiên bản 1", "Chưa gửi được", "Còn thiếu 1 chỉ tiêu", "TC17 ");
        assertThat(counts("SL-02", "2018-11")).isFalse();
    }

    @Test
    void aWrongNumberIsSaidBesideTheCellAndNothingTypedIsLost() {
        String address = address("SL-03", "2018-11");
        var fields = typed("SL-03");
        fields.put("v.TT01", "mười hai");
        fields.put("s.results", "Dòng này không được mất <b>");

        var answer = post("xa03", address, fields);

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(answer))
                .contains("value=\"mười hai\"", "“mười hai” không phải là số", "Dòng này không được mất &lt;b")
                .doesNotContain("không được mất <b>");
        assertThat(body(get("xa03", address))).contains("Đang có phần gõ dở", "value=\"mười hai\"");
        post("xa03", address + "/forget-typing", Map.of());
        assertThat(body(get("xa03", address))).doesNotContain("mười hai");
    }

    @Test
    void theScriptsKeepingDoesNotMakeAVersion() {
        String address = address("SL-04", "2018-11");

        var kept = post(
                "xa04",
                address + "/typing",
                Map.of(
                        "fields",
                        "{\"v.TC10\": [\"\", \"2\"], \"x.bad\": [\"\", \"1\"], \"v.TT01\": [\"\", \"mười hai\"]}"));

        assertThat(kept).hasStatusOk();
        assertThat(body(kept)).contains("“mười hai” không phải là số").doesNotContain("x.bad");

        assertThat(body(get("xa04", address))).contains("Đang có phần gõ dở");
        assertThat(body(get("xa04", address + "/versions"))).contains("Chưa có phiên bản nào");
    }

    @Test
    void twoPeopleOnOneFormNeverOverwriteEachOtherUnseen() {
        String address = address("SL-09", "2018-11");
        post("vanphong", address + "/typing", Map.of("fields", "{\"v.TC10\": [\"\", \"40\"]}"));

        var late = post("xa09", address, Map.of("opened", "{}", "v.TC10", "41", "v.TC11", "3"));

        assertThat(late).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(late)).contains("Đinh Thị Mai An", "“40” (TC10)", "value=\"41\"", "value=\"3\"");
        assertThat(body(get("xa09", address))).contains("value=\"40\"", "value=\"3\"");
        post(
                "xa09",
                address,
                Map.of("opened", "{\"v.TC10\": \"40\", \"v.TC11\": \"3\"}", "v.TC10", "41", "v.TC11", "3"));
        assertThat(body(get("xa09", address))).contains("value=\"41\"").doesNotContain("value=\"40\"");
    }

    @Test
    void theRollForwardIsToldInWordsAndNeedsAReasonOnly() {
        String address = address("SL-05", "2018-11");
        var fields = typed("SL-05");
        fields.put("v.TC10", "999");
        fields.put("do", "send");

        post("xa05", address, fields);

        assertThat(body(get("xa05", address))).contains("Đầu kỳ", "+ kết nạp", "− từ trần", "999");
        assertThat(counts("SL-05", "2018-11"))
                .as("a reason is asked, sending is not blocked")
                .isTrue();
    }

    @Test
    void aBrokenSumBlocksSending() {
        String address = address("SL-06", "2018-11");
        var fields = typed("SL-06");
        fields.put("v.NC03", "50");
        fields.put("do", "send");

        assertThat(after("xa06", address, fields)).contains("Chưa gửi được", "khiếu nại");
        assertThat(counts("SL-06", "2018-11")).isFalse();
    }

    @Test
    void theOfficeGivesBackAcceptsAndOpensAgain() {
        String address = address("SL-07", "2018-11");
        var fields = typed("SL-07");
        fields.put("do", "send");
        post("xa07", address, fields);

        assertThat(body(post("vanphong", address + "/give-back", Map.of("version", "1", "comment", " "))))
                .contains("Hãy ghi lý do trả lại");
        assertThat(after("vanphong", address + "/give-back", Map.of("version", "1", "comment", "Xem lại số kết nạp")))
                .contains("Xem lại số kết nạp");
        assertThat(counts("SL-07", "2018-11"))
                .as("given back: counts no longer")
                .isFalse();
        assertThat(body(get("xa07", address))).contains("Xem lại số kết nạp", "Gửi báo cáo");

        fields.put("v.TC21", "4");
        post("xa07", address, fields);
        post("vanphong", address + "/accept", Map.of("version", "2"));
        assertThat(body(get("xa07", address))).contains("Đã chấp nhận", "readonly");
        assertThat(post("xa07", address + "/reopen", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
        post("vanphong", address + "/reopen", Map.of("comment", "Đơn vị đề nghị"));
        assertThat(counts("SL-07", "2018-11")).isFalse();
        assertThat(body(get("xa07", address + "/history")))
                .contains("Mở lại báo cáo", "Chấp nhận báo cáo", "Trả lại báo cáo");
    }

    @Test
    void aWorkbookOfAnotherReturnIsNotTakenOnThisPage() {
        byte[] other = books.filled("SL-08", "2018-12");

        var posted = mvc.post()
                .uri(address("SL-08", "2018-11") + "/workbook")
                .multipart()
                .file(new MockMultipartFile("file", "thang-12.xlsx", null, other))
                .with(csrf())
                .with(SignIn.as(accounts, "vanphong"))
                .exchange();

        String page = body(get("vanphong", String.valueOf(posted.getResponse().getHeader("Location"))));
        assertThat(page).contains("không phải của trang đang mở", "tháng 12/2018");
        assertThat(counts("SL-08", "2018-12")).isFalse();
    }

    @Test
    void anotherViewersResultOfAnUploadDoesNotExist() {
        var result = viewer.as(
                accounts.byLogin("xa08").flatMap(accounts::viewer).orElseThrow(), () -> books.take(new byte[0]));

        assertThat(get("xa08", "/returns/imports/" + result.id())).hasStatusOk();
        assertThat(get("vanphong", "/returns/imports/" + result.id())).hasStatus(HttpStatus.NOT_FOUND);
    }
}
