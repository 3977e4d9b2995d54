package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import org.giaoban.kernel.AccountId;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
