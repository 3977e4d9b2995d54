package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.Arrays;
import org.giaoban.kernel.AccountId;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@GiaoBanTest
class LogInTest {

    private static final String PASSWORD = "mot cau de nho 2018";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @BeforeEach
    void anAccount() {
        if (accounts.byLogin("hoa.tt").isEmpty()) {
            open("hoa.tt", NewAccount.FirstLogIn.KEEPS_PASSWORD);
        }
    }

    @Test
    void theRightPasswordOpensASessionThatTheNextRequestMayUse() {
        var entered = enter("Hoa.TT", PASSWORD, "10.0.0.1");

        assertThat(entered).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/work");
        var page = mvc.get().uri("/account").cookie(session(entered)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Trần Thị Hòa", "Nơi này");
    }

    @Test
    void unknownClosedAndMistakenLookTheSame() {
        var closed = open("dong.nv", NewAccount.FirstLogIn.KEEPS_PASSWORD);
        viewer.run(Viewer.SYSTEM, () -> accounts.close(closed));

        var wrong = enter("hoa.tt", "khong phai mat khau", "10.0.0.2");
        var unknown = enter("khong.co", PASSWORD, "10.0.0.2");
        var shut = enter("dong.nv", PASSWORD, "10.0.0.2");

        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(wrong).bodyText().contains("Tên đăng nhập hoặc mật khẩu chưa đúng.", "value=\"hoa.tt\"");
        assertThat(text(unknown).replace("khong.co", "hoa.tt")).isEqualTo(text(wrong));
        assertThat(text(shut).replace("dong.nv", "hoa.tt")).isEqualTo(text(wrong));
    }

    @Test
    void aSessionFromBeforeTheLogInIsNotCarriedOn() {
        var before = session(mvc.post()
                .uri("/login")
                .with(csrf())
                .param("login", "hoa.tt")
                .param("password", PASSWORD)
                .exchange());
        var again = mvc.post()
                .uri("/login")
                .with(csrf())
                .cookie(before)
                .param("login", "hoa.tt")
                .param("password", PASSWORD)
                .exchange();

        assertThat(session(again).getValue()).isNotEqualTo(before.getValue());
        assertThat(mvc.get().uri("/account").cookie(before).exchange()).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/account").cookie(session(again)).exchange()).hasStatusOk();
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        var plain = cookie(enter("hoa.tt", PASSWORD, "10.0.0.3"), "giaoban=");
        var secure = cookie(
                mvc.post()
                        .uri("/login")
                        .secure(true)
                        .with(csrf())
                        .param("login", "hoa.tt")
                        .param("password", PASSWORD)
                        .exchange(),
                "__Host-giaoban=");

        assertThat(plain).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(secure).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(secure).doesNotContain("Domain");
    }

    @Test
    void whoeverGuessesBlocksTheirOwnAddressNotTheOwner() {
        for (var i = 0; i < 5; i++) {
            assertThat(enter("hoa.tt", "doan mat khau " + i, "10.9.9.9")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }

        var sixth = enter("hoa.tt", PASSWORD, "10.9.9.9");
        assertThat(sixth).hasStatus(HttpStatus.TOO_MANY_REQUESTS).hasHeader("Retry-After", "900");
        assertThat(enter("hoa.tt", PASSWORD, "10.0.0.4")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void oneAddressCannotTryManyAccounts() {
        for (var i = 0; i < 50; i++) {
            enter("ai.do" + i, "doan mat khau", "10.8.8.8");
        }

        assertThat(enter("hoa.tt", PASSWORD, "10.8.8.8")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void aTryFromTheFormWithoutItsTokenIsRefused() {
        var result = mvc.post()
                .uri("/login")
                .param("login", "hoa.tt")
                .param("password", PASSWORD)
                .exchange();

        assertThat(result).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/account").cookie(session(result)).exchange())
                .as("whatever cookie there is opens nothing")
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "/login?next=/x",
                "/a\nb"
            })
    void afterTheLogInNobodyIsLedElsewhere(String next) {
        assertThat(LogInController.local(next))
                .startsWith("/")
                .satisfies(path -> assertThat(
                                URI.create("http://localhost").resolve(path).getHost())
                        .isEqualTo("localhost"));
        assertThat(LogInController.local(next)).doesNotContain("evil.example", "javascript");
    }

    @Test
    void afterTheLogInOneGoesWhereOneWanted() {
        var turnedAway = mvc.get().uri("/account?tab=2").exchange();
        assertThat(turnedAway)
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/login?next=%2Faccount%3Ftab%3D2");

        assertThat(LogInController.local("/account?tab=2")).isEqualTo("/account?tab=2");
    }

    @Test
    void knownAndUnknownNamesTakeTheSameTime() {
        var known = new long[21];
        var unknown = new long[21];
        for (var i = 0; i < known.length; i++) {
            known[i] = nanos("hoa.tt", "192.168.1." + i);
            unknown[i] = nanos("khong.co.ai", "192.168.1." + i);
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        var ratio = (double) known[known.length / 2] / unknown[unknown.length / 2];
        // An answer without hashing would be some twenty times faster.
        assertThat(ratio).isBetween(0.5, 2.0);
    }

    private long nanos(String login, String address) {
        var begin = System.nanoTime();
        assertThat(enter(login, "sai roi sai roi", address)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return System.nanoTime() - begin;
    }

    private AccountId open(String login, NewAccount.FirstLogIn first) {
        return accounts.create(new NewAccount(login, "Trần Thị Hòa", null, null, PASSWORD, first));
    }

    private MvcTestResult enter(String login, String password, String address) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .param("login", login)
                .param("password", password)
                .exchange();
    }

    private static Cookie session(MvcTestResult entered) {
        var cookie = entered.getResponse().getCookie("giaoban");
        assertThat(cookie).isNotNull();
        return cookie;
    }

    private static String cookie(MvcTestResult result, String beginning) {
        return result.getResponse().getHeaders("Set-Cookie").stream()
                .filter(header -> header.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString().replaceAll("[\\w-]{80,}", "token");
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
