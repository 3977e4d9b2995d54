package org.giaoban.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Marks while typing with what one click offers, and the lists as the office edits them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class WordingPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Organization organization;

    @Autowired
    private Phrases phrases;

    @Test
    void aVagueTextIsMarkedAndWhoWhenMeasureAreOffered() {
        assertThat(read("vanphong", "Tăng cường kết nạp đảng viên mới ở Lam Thượng", ""))
                .hasStatusOk()
                .bodyText()
                .contains("<mark", "Ai làm?", "Bao giờ xong?", "Sản phẩm, con số nào?")
                .contains("data-suggest=\"units\" data-value=\"" + organization.idOf("SL-07"))
                .contains("data-suggest=\"post\" data-value=\"BI_THU\"")
                .contains("Cuối tháng: 30/11/2018", "Cuối quý: 28/12/2018")
                .contains("Đảng viên mới kết nạp");
    }

    @Test
    void whatTheOtherFieldsSayIsNotAskedAgain() {
        assertThat(read("vanphong", "Tăng cường kết nạp đảng viên mới", "2018-11-30"))
                .bodyText()
                .contains("Ai làm?")
                .doesNotContain("Bao giờ xong?");
        assertThat(read("vanphong", "Thông qua báo cáo tháng 10", ""))
                .bodyText()
                .isBlank();
    }

    @Test
    void namesAreOnlyForThoseWhoMayGiveWorkInTheUnit() {
        assertThat(read("bithu03", "Tăng cường kết nạp đảng viên mới ở Lam Thượng", ""))
                .bodyText()
                .contains("<mark")
                .doesNotContain("data-suggest");
    }

    @Test
    void aPhraseIsAddedTriedAndEnded() {
        var sentence = "Hội Nông dân vực dậy nghề mộc";
        assertThat(get("/wording?try=" + sentence)).bodyText().contains("Câu này đủ rõ.");
        assertThat(post("/wording", "list", "EFFORT", "text", " ", "from", "2018-01-01"))
                .hasStatus(422);
        assertThat(post("/wording", "list", "EFFORT", "text", "vực dậy", "from", "2018-01-01"))
                .hasStatus3xxRedirection();
        assertThat(post("/wording", "list", "EFFORT", "text", "vực dậy", "from", "2018-01-01"))
                .hasStatus(422);
        assertThat(get("/wording?try=" + sentence)).bodyText().contains("<mark", "vực dậy</mark>");

        var id = phrases.of(Sense.EFFORT, LocalDate.of(2018, 11, 1)).stream()
                .filter(one -> one.text().equals("vực dậy"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(post("/wording/" + id + "/end", "last", "2018-10-31")).hasStatus3xxRedirection();
        assertThat(get("/wording?try=" + sentence)).bodyText().contains("Câu này đủ rõ.");
    }

    private MvcTestResult read(String login, String text, String due) {
        return mvc.post()
                .uri("/wording/read")
                .param("text", text)
                .param("due", due)
                .param("unit", organization.idOf("SL").toString())
                .with(SignIn.as(accounts, login))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(SignIn.as(accounts, "quantri")).exchange();
    }

    private MvcTestResult post(String uri, String... params) {
        var request = mvc.post().uri(uri);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.with(SignIn.as(accounts, "quantri")).with(csrf()).exchange();
    }
}
