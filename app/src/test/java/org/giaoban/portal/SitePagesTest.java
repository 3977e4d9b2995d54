package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The imprint and the links of the public site, edited by those who approve for the whole organisation. */
@GiaoBanTest(story = "vu-quang-2018-11")
class SitePagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    private MvcTestResult save(String login, String secondHref) {
        return mvc.post()
                .uri("/articles/site")
                .with(csrf())
                .with(SignIn.as(accounts, login))
                .param("publisher", "Huyện ủy Sông Lam")
                .param("phone", "(000) 3 000 999")
                .param("order", "2", "1", "")
                .param("name", "Thứ hai", "Thứ nhất", "")
                .param("href", "/tin", secondHref, "")
                .exchange();
    }

    private MvcTestResult home() {
        return mvc.get().uri("/").exchange();
    }

    @Test
    void whatIsSavedStandsOnThePublicPageInTheOrderAskedFor() {
        assertThat(save("duyet", "https://tinh.example")).hasStatus3xxRedirection();

        assertThat(home()).bodyText().containsSubsequence("Thứ nhất", "Thứ hai", "(000) 3 000 999");
        assertThat(home()).bodyText().doesNotContain("Kênh tin RSS", "Thư điện tử:");
        assertThat(mvc.get()
                        .uri("/articles/site")
                        .with(SignIn.as(accounts, "duyet"))
                        .exchange())
                .bodyText()
                .contains("Sửa thông tin trang");
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndNothingTypedIsLost() {
        assertThat(save("duyet", "javascript:alert(1)"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("javascript:alert(1)", "Thứ nhất", "Địa chỉ bắt đầu bằng https://");
    }

    @Test
    void whoOnlyWritesArticlesDoesNotComeIn() {
        assertThat(save("bientap", "/tin/thong-bao")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
