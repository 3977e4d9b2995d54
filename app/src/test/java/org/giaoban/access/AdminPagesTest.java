package org.giaoban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.AccountId;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest(story = "vu-quang-2018-11")
class AdminPagesTest {

    private static int count;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Access access;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    UnitTree tree;

    @Test
    void theListIsSearchedWithoutTonesAndFilteredByItsAddress() {
        assertThat(get("/accounts?q=tham"))
                .hasStatusOk()
                .bodyText()
                .contains("Lê Thị Thắm")
                .doesNotContain("Mạc Thị");
        assertThat(get("/accounts?q=xa11"))
                .hasStatusOk()
                .bodyText()
                .contains("Mạc Thị Tuyết")
                .doesNotContain("Thắm");
        assertThat(get("/accounts?q=%25")).hasStatusOk().bodyText().contains("Không có tài khoản nào khớp");
        assertThat(get("/accounts?state=CLOSED")).hasStatusOk().bodyText().doesNotContain("Lê Thị Thắm");
    }

    @Test
    void anAccountIsOpenedWithAFirstPasswordThatWorksAndMustBeChanged() {
        var login = "moi" + ++count;
        var opened = post("/accounts", Map.of("name", "Đậu Thị Mới", "login", login, "email", ""));

        assertThat(opened).hasStatusOk();
        var password = Pattern.compile("<code>([a-z0-9-]{14})</code>").matcher(body(opened));
        assertThat(password.find()).isTrue();
        var entered = mvc.post()
                .uri("/login")
                .with(csrf())
                .param("login", login)
                .param("password", password.group(1))
                .exchange();
        assertThat(entered).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(accounts.get(accounts.byLogin(login).orElseThrow()).mustChangePassword())
                .isTrue();
        assertThat(opened.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void aBadOrTakenNameIsExplainedAndWhatWasTypedIsKept() {
        var bad = post("/accounts", Map.of("name", "Đậu Thị <Mới>", "login", "Tên Có Dấu", "email", "khong"));
        assertThat(bad)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("chữ thường không dấu", "chưa đúng dạng", "value=\"Đậu Thị &lt;Mới>\"");

        var taken = post("/accounts", Map.of("name", "Người Khác", "login", "xa01", "email", ""));
        assertThat(taken)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("đã có người dùng", "value=\"Người Khác\"");
    }

    @Test
    void aRightIsShownBeforeItIsGivenAndStandsInTheLogAfterwards() {
        var account = open();
        var right = Map.of(
                "account", account.value().toString(),
                "right", "ROLE:unit-reporter",
                "unit", unit("SL-03"),
                "reach", "BELOW",
                "from", "2018-11-01",
                "last", "2018-12-31");

        var preview = post("/grants/preview", right);
        assertThat(preview).hasStatusOk().bodyText().contains("Nhập báo cáo", "Ở 1 đơn vị", "Người nhập báo cáo");
        assertThat(may(account, Capability.REPORT_ENTER))
                .as("a preview gives nothing")
                .isFalse();

        assertThat(post("/grants", right)).hasStatus3xxRedirection();
        assertThat(may(account, Capability.REPORT_ENTER)).isTrue();
        assertThat(get("/accounts/" + account.value())).bodyText().contains("Người nhập báo cáo", "31/12/2018");
        assertThat(get("/grants?unit=" + unit("SL-03"))).bodyText().contains("Người Thử");
        assertThat(get("/audit/of/account/" + account.value()))
                .hasStatusOk()
                .bodyText()
                .contains("Giao quyền", "Người nhập báo cáo", "đơn vị và cấp dưới", "Quản trị hệ thống");

        var again = post("/grants", right);
        assertThat(again).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("đã giữ quyền đó");
    }

    @Test
    void datesThatMakeNoSenseAreExplained() {
        var account = open();
        var answer = post(
                "/grants/preview",
                Map.of(
                        "account", account.value().toString(),
                        "right", "TASK_DO",
                        "unit", unit("SL-03"),
                        "from", "2018-11-31x",
                        "last", "2018-01-01"));

        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Cần một ngày đúng dạng.");
    }

    @Test
    void aRightEndsOnTheChosenDay() {
        var account = open();
        post(
                "/grants",
                Map.of(
                        "account", account.value().toString(),
                        "right", "TASK_DO",
                        "unit", unit("SL-03"),
                        "reach", "UNIT",
                        "from", "2018-10-01"));
        var end = Pattern.compile("/grants/([0-9a-f-]{36})/end").matcher(body(get("/accounts/" + account.value())));
        assertThat(end.find()).isTrue();

        assertThat(get(end.group())).hasStatusOk().bodyText().contains("Thực hiện nhiệm vụ");
        assertThat(post(end.group(), Map.of("last", "2018-10-31"))).hasStatus3xxRedirection();

        assertThat(may(account, Capability.TASK_DO)).isFalse();
        assertThat(get("/accounts/" + account.value())).bodyText().contains("Đã kết thúc", "31/10/2018");
    }

    @Test
    void closingIsUndoneByReopening() {
        var account = open();

        assertThat(post("/accounts/" + account.value() + "/close", Map.of())).hasStatus3xxRedirection();
        assertThat(accounts.viewer(account)).isEmpty();
        assertThat(post("/accounts/" + account.value() + "/reopen", Map.of())).hasStatus3xxRedirection();
        assertThat(accounts.viewer(account)).isPresent();
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        var own = accounts.byLogin("quantri").orElseThrow();

        assertThat(post("/accounts/" + own.value() + "/close", Map.of())).hasStatus(HttpStatus.CONFLICT);
        assertThat(accounts.viewer(own)).isPresent();
    }

    @Test
    void theLogIsFilteredAndExported() {
        open();

        assertThat(get("/audit?act=identity.opened")).hasStatusOk().bodyText().contains("Mở tài khoản");
        assertThat(get("/audit?who=khong+co+ai")).hasStatusOk().bodyText().contains("Không có dòng nào khớp");
        assertThat(get("/audit?to=2018-01-01")).hasStatusOk().bodyText().contains("Không có dòng nào khớp");
        var csv = get("/audit/export/csv?act=identity.opened");
        assertThat(csv).hasStatusOk();
        assertThat(body(csv)).contains("\"Mở tài khoản\"").doesNotContain("Đăng nhập\"");
    }

    private boolean may(AccountId account, Capability capability) {
        var owner = accounts.viewer(account).orElseThrow();
        return viewer.as(
                owner, () -> access.allows(capability, tree.byCode("SL-03").orElseThrow()));
    }

    private AccountId open() {
        var login = "thu" + ++count;
        assertThat(post("/accounts", Map.of("name", "Người Thử " + count, "login", login, "email", "")))
                .hasStatusOk();
        return accounts.byLogin(login).orElseThrow();
    }

    private String unit(String code) {
        return tree.byCode(code).map(id -> id.value()).map(UUID::toString).orElseThrow();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, "quantri")).exchange();
    }

    private MvcTestResult post(String uri, Map<String, String> params) {
        var request = mvc.post().uri(uri).with(csrf()).with(SignIn.as(accounts, "quantri"));
        params.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
