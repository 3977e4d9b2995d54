package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What stays in a browser, and what is left of it on a shared computer after log-out. */
@GiaoBanTest
class CookiesTest {

    private static final String PASSWORD = "mot cau de nho 2018";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @BeforeEach
    void anAccount() {
        if (accounts.byLogin("hoa.tt").isEmpty()) {
            accounts.create(new NewAccount(
                    "hoa.tt", "Trần Thị Hòa", null, null, PASSWORD, NewAccount.FirstLogIn.KEEPS_PASSWORD));
        }
    }

    @Test
    void loggingOutEndsTheSessionAndClearsTheBrowser() {
        var entered = mvc.post()
                .uri("/login")
                .secure(true)
                .with(csrf())
                .param("login", "hoa.tt")
                .param("password", PASSWORD)
                .exchange();
        var session = Objects.requireNonNull(entered.getResponse().getCookie("__Host-giaoban"));
        assertThat(mvc.get().uri("/account").secure(true).cookie(session).exchange())
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");

        var out = mvc.post()
                .uri("/logout")
                .secure(true)
                .with(csrf())
                .cookie(session)
                .exchange();
        assertThat(out).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/login?out");
        assertThat(out.getResponse().getHeader("Clear-Site-Data")).contains("cache", "cookies", "storage");
        assertThat(mvc.get().uri("/account").secure(true).cookie(session).exchange())
                .as("the session is dead on the server too")
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void everyCookieStaysOnThisHostAndOutOfReachOfOtherSites() {
        for (var path : List.of("/login", "/login?lang=en", "/login?theme=dark")) {
            for (var cookie :
                    mvc.get().uri(path).secure(true).exchange().getResponse().getHeaders("Set-Cookie")) {
                assertThat(kept(cookie)).as(path + " " + cookie).isTrue();
            }
        }
    }

    /** Negative control: whatever is missing is noticed. */
    @Test
    void aLooseCookieIsFound() {
        assertThat(kept("__Host-giaoban=x; Path=/; Secure; HttpOnly; SameSite=Lax"))
                .isTrue();
        for (var loose : List.of(
                "giaoban=x; Path=/; Secure; HttpOnly; SameSite=Lax",
                "__Host-giaoban=x; Path=/; Secure; SameSite=Lax",
                "__Host-giaoban=x; Path=/; HttpOnly; SameSite=Lax",
                "__Host-giaoban=x; Path=/; Secure; HttpOnly; SameSite=None",
                "lang=en; Path=/; SameSite=Lax",
                "theme=dark; Path=/; Domain=example.vn; Secure; SameSite=Lax")) {
            assertThat(kept(loose)).as(loose).isFalse();
        }
    }

    private static boolean kept(String cookie) {
        var parts = Set.of(cookie.split("; "));
        var choice = cookie.startsWith("lang=") || cookie.startsWith("theme=");
        return parts.containsAll(List.of("Secure", "SameSite=Lax", "Path=/"))
                && !cookie.contains("Domain")
                && (choice || cookie.startsWith("__Host-") && parts.contains("HttpOnly"));
    }
}
