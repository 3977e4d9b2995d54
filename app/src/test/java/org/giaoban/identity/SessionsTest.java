package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.giaoban.kernel.AccountId;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest
class SessionsTest {

    private static final String PASSWORD = "mot cau de nho 2018";
    private static final String FRESH = "mot cau khac cung de nho";

    private static int count;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    private String login = "";
    private AccountId account = AccountId.next();

    @BeforeEach
    void anAccount() {
        login = "can.bo" + ++count;
        account = open(NewAccount.FirstLogIn.KEEPS_PASSWORD, login);
    }

    @Test
    void aSessionLivesInTheDatabaseAndRemembersNoNameAndNoRight() {
        enter();

        assertThat(db.fetchValue("select count(*) from identity.session where principal_name = ?", text(account)))
                .isEqualTo(1L);
    }

    @Test
    void onesOwnSessionsAreListedAndCanBeEndedOneByOne() {
        var office = enter();
        var home = enter();

        var page = mvc.get().uri("/account").cookie(office).exchange();
        assertThat(page).bodyText().contains("Kết thúc mọi nơi khác").doesNotContain(office.getValue());
        var other = Pattern.compile("/account/sessions/([0-9a-f]{16})/end").matcher(body(page));
        assertThat(other.find()).isTrue();
        assertThat(post("/account/sessions/" + other.group(1) + "/end", office)).hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/account").cookie(home).exchange()).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/account").cookie(office).exchange()).hasStatusOk();
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        var mine = enter();
        var page = body(mvc.get().uri("/account").cookie(mine).exchange());
        assertThat(page).doesNotContain("/end\"");
        open(NewAccount.FirstLogIn.KEEPS_PASSWORD, "nguoi.khac" + count);
        var stranger = session(enter("nguoi.khac" + count, PASSWORD));

        for (var handle : Sessions.class.getName().split("\\.")) {
            post("/account/sessions/" + handle + "/end", stranger);
        }
        post("/account/sessions/end-others", stranger);

        assertThat(mvc.get().uri("/account").cookie(mine).exchange()).hasStatusOk();
    }

    @Test
    void aClosedAccountIsOutWithItsNextRequest() {
        var session = enter();

        viewer.run(Viewer.SYSTEM, () -> accounts.close(account));

        assertThat(mvc.get().uri("/account").cookie(session).exchange()).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aNewPasswordEndsEverySessionButTheOneThatSetIt() {
        var present = enter();
        var elsewhere = enter();

        var changed = mvc.post()
                .uri("/account/password")
                .with(csrf())
                .cookie(present)
                .param("present", PASSWORD)
                .param("fresh", FRESH)
                .param("again", FRESH)
                .exchange();

        assertThat(changed).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/account").cookie(session(changed)).exchange())
                .hasStatusOk();
        assertThat(mvc.get().uri("/account").cookie(elsewhere).exchange()).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/account").cookie(present).exchange())
                .as("the old id is gone too")
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(enter(login, PASSWORD)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(enter(login, FRESH)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aBadNewPasswordIsExplainedAtItsField() {
        var answer = mvc.post()
                .uri("/account/password")
                .with(csrf())
                .cookie(enter())
                .param("present", "khong dung dau")
                .param("fresh", "ngan")
                .param("again", "ngan hon")
                .exchange();

        assertThat(answer)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "Mật khẩu hiện tại chưa đúng.",
                        "Mật khẩu cần ít nhất 10 ký tự.",
                        "Hai lần nhập chưa giống nhau.");
    }

    @Test
    void whoHasAFirstPasswordSeesNothingBeforeChoosingAnother() {
        open(NewAccount.FirstLogIn.CHANGES_PASSWORD, "moi.vao" + count);
        var session = session(enter("moi.vao" + count, PASSWORD));

        var anywhere = mvc.get().uri("/account").cookie(session).exchange();
        assertThat(anywhere).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/account/password");
        assertThat(mvc.get()
                        .uri("/account")
                        .header("HX-Request", "true")
                        .cookie(session)
                        .exchange())
                .hasStatus(HttpStatus.NO_CONTENT)
                .hasHeader("HX-Redirect", "/account/password");
        assertThat(mvc.get().uri("/account/password").cookie(session).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("do người khác đặt");
    }

    @Test
    void afterTwelveHoursASessionEndsHoweverBusy() {
        var session = enter();
        var hours = 13L;
        db.execute(
                "update identity.session set creation_time = creation_time - ? where principal_name = ?",
                hours * 3_600_000,
                text(account));

        assertThat(mvc.get().uri("/account").cookie(session).exchange()).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void afterThirtyIdleMinutesASessionEnds() {
        var session = enter();
        assertThat(db.fetchValue(
                        "select max_inactive_interval from identity.session where principal_name = ?", text(account)))
                .isEqualTo(1800);
        db.execute(
                "update identity.session set last_access_time = last_access_time - ?,"
                        + " expiry_time = expiry_time - ? where principal_name = ?",
                1_801_000L,
                1_801_000L,
                text(account));

        assertThat(mvc.get().uri("/account").cookie(session).exchange()).hasStatus(HttpStatus.SEE_OTHER);
    }

    private AccountId open(NewAccount.FirstLogIn first, String name) {
        return accounts.create(new NewAccount(name, "Cán bộ " + name, null, null, PASSWORD, first));
    }

    private Cookie enter() {
        return session(enter(login, PASSWORD));
    }

    private MvcTestResult enter(String who, String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("login", who)
                .param("password", password)
                .exchange();
    }

    private MvcTestResult post(String uri, Cookie session) {
        return mvc.post().uri(uri).with(csrf()).cookie(session).exchange();
    }

    private static Cookie session(MvcTestResult entered) {
        var cookie = entered.getResponse().getCookie("giaoban");
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private static String text(AccountId id) {
        return id.value().toString();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
