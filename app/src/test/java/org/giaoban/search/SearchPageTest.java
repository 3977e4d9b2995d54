package org.giaoban.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One box, every module, within what the viewer may see. */
@GiaoBanTest(story = "vu-quang-2018-11")
class SearchPageTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Test
    void unitsAndPersonsAreFoundWithoutTones() {
        assertThat(search("vanphong", "ban lam")).hasStatusOk().bodyText().doesNotContain("Con người</h2>");
        assertThat(search("vanphong", "lieu"))
                .bodyText()
                .contains("Nguyễn Thị Hồng Liễu", "Phó Bí thư Thường trực Huyện ủy");
        assertThat(search("vanphong", "BẾN LAM")).bodyText().contains("Đảng ủy thị trấn Bến Lam", "Đơn vị");
    }

    @Test
    void nobodyFindsWhatTheyMayNotSee() {
        assertThat(search("xa03", "ben lam")).bodyText().doesNotContain("Đảng ủy thị trấn Bến Lam");
        assertThat(search("xa03", "hong lieu")).bodyText().contains("Không thấy gì cho “hong lieu”");
        assertThat(search("xa03", "con soi")).bodyText().contains("Đảng ủy xã Cồn Soi");
    }

    @Test
    void signsOfTheDatabaseMeanNothing() {
        assertThat(search("vanphong", "%%")).bodyText().contains("Không thấy gì");
        assertThat(search("vanphong", "__")).bodyText().contains("Không thấy gì");
        assertThat(search("vanphong", "<b>")).bodyText().contains("&lt;b&gt;").doesNotContain("“<b>”");
    }

    @Test
    void oneLetterAsksForMore() {
        assertThat(search("vanphong", "a")).bodyText().contains("Gõ ít nhất hai chữ cái");
    }

    private MvcTestResult search(String login, String query) {
        return mvc.get()
                .uri("/search")
                .param("q", query)
                .with(SignIn.as(accounts, login))
                .exchange();
    }
}
