package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Articles to be read with a text and its author are chosen by looking for them, without a script. */
@GiaoBanTest
class ChoiceTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    UnitId unit;
    String number;
    Viewer author;
    Viewer approver;
    ArticleId draft;

    @BeforeEach
    void aDraft() {
        unit = UnitId.next();
        number = UUID.randomUUID().toString().substring(24);
        author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_APPROVE);
        draft = viewer.as(author, () -> articles.start(unit, Newsroom.story("Đang viết " + number, "<p>a</p>")));
    }

    @Test
    void aPublishedArticleIsFoundWithoutTonesAddedAndRemoved() {
        var other =
                newsroom.published(unit, Newsroom.story("Đường làng sạch đẹp " + number, "<p>b</p>"), author, approver);

        assertThat(get("/related?q=duong lang " + number))
                .hasStatusOk()
                .bodyText()
                .contains("Đường làng sạch đẹp " + number, "/related/" + other + "/add");
        assertThat(post("/related/" + other + "/add", "q", "duong lang")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(related()).containsExactly(other.value());
        assertThat(get("/related?q=duong lang " + number))
                .bodyText()
                .contains("/related/" + other + "/remove")
                .doesNotContain("/related/" + other + "/add");

        assertThat(post("/related/" + other + "/add")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(related()).containsExactly(other.value());
        post("/related/" + other + "/remove");
        assertThat(related()).isEmpty();
    }

    @Test
    void whatSomebodyElseIsWritingIsNeitherFoundNorAdded() {
        var elsewhere = UnitId.next();
        var stranger = newsroom.open("la." + number, elsewhere, Capability.ARTICLE_WRITE);
        var secret =
                viewer.as(stranger, () -> articles.start(elsewhere, Newsroom.story("Bí mật " + number, "<p>c</p>")));

        assertThat(get("/related?q=bi mat " + number)).bodyText().doesNotContain("Bí mật " + number);
        assertThat(post("/related/" + secret + "/add")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(related()).isEmpty();
    }

    @Test
    void noMoreThanTenAndNeverItself() {
        for (var each = 0; each < LabelsForm.MOST_RELATED; each++) {
            var title = "Bài " + each + " " + number;
            var other = viewer.as(author, () -> articles.start(unit, Newsroom.story(title, "<p>d</p>")));
            post("/related/" + other + "/add");
        }
        assertThat(related()).hasSize(LabelsForm.MOST_RELATED);
        var eleventh = viewer.as(author, () -> articles.start(unit, Newsroom.story("Thừa " + number, "<p>e</p>")));
        assertThat(after(post("/related/" + eleventh + "/add"))).bodyText().contains("Đã đủ 10 bài");
        post("/related/" + draft + "/add");
        assertThat(related()).hasSize(LabelsForm.MOST_RELATED).doesNotContain(eleventh.value(), draft.value());
    }

    @Test
    void theAuthorIsChosenAmongThoseWhoWroteBefore() {
        assertThat(get("/author?q=thu ha")).hasStatusOk().bodyText().contains("Thu Hà", "đã có bài của đơn vị");

        assertThat(post("/author", "name", "Bà Đỗ Thị Lụa", "kind", "COLLABORATOR"))
                .hasStatus(HttpStatus.SEE_OTHER);
        var credit =
                viewer.as(author, () -> articles.get(draft).version().story().credit());
        assertThat(credit.byline()).isEqualTo("Bà Đỗ Thị Lụa");
        assertThat(credit.kind()).isEqualTo(Version.Credit.By.COLLABORATOR);
        assertThat(credit.source()).isEqualTo("Văn phòng Huyện ủy");

        assertThat(after(post("/author", "name", "x".repeat(121), "kind", "UNIT")))
                .bodyText()
                .contains("Bà Đỗ Thị Lụa", "dài quá 120 ký tự");
    }

    @Test
    void theButtonsOfTheEditorKeepTheTextFirst() {
        var revision =
                viewer.as(author, () -> articles.get(draft).version().hands().revision());
        var sent = mvc.post()
                .uri("/articles/" + draft + "/save")
                .with(csrf())
                .with(SignIn.as(accounts, "viet." + number))
                .param("revision", String.valueOf(revision))
                .param("then", "related")
                .param("category", "xay-dung-dang")
                .param("title", "Đã sửa " + number)
                .param("body", "<p>mới</p>")
                .exchange();
        assertThat(sent).hasRedirectedUrl("/articles/" + draft + "/related");
        assertThat(get("/related")).bodyText().contains("Đã sửa " + number);
    }

    private List<UUID> related() {
        return viewer.as(
                author, () -> articles.get(draft).version().story().labels().related());
    }

    /** The next page, with what was said about the last. */
    private MvcTestResult after(MvcTestResult answer) {
        return mvc.get()
                .uri(Objects.requireNonNull(answer.getResponse().getHeader("Location")))
                .cookie(Objects.requireNonNull(answer.getResponse().getCookie("giaoban")))
                .with(SignIn.as(accounts, "viet." + number))
                .exchange();
    }

    private MvcTestResult get(String page) {
        return mvc.get()
                .uri("/articles/" + draft + page)
                .with(SignIn.as(accounts, "viet." + number))
                .exchange();
    }

    private MvcTestResult post(String page, String... fields) {
        var request =
                mvc.post().uri("/articles/" + draft + page).with(csrf()).with(SignIn.as(accounts, "viet." + number));
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
