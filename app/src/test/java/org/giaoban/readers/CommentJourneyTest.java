package org.giaoban.readers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.portal.PublishedArticle;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A comment from a reader's browser to the moderators: by mouse, by keyboard, where the proof fails, and without scripts. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CommentJourneyTest {

    private static final String SCRIPT_OF_THE_PROOF = "**/js/readers-work.js";

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Visitors visitors;

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext db;

    BrowserContext context;
    PublishedArticle article;

    @BeforeEach
    void aReader() {
        db.execute("delete from identity.attempt");
        article = visitors.article("to-tiet-kiem");
        context = Browsers.context(1440);
    }

    @AfterEach
    void leaves() {
        context.close();
    }

    @Test
    void theProofIsFoundWhileTheReaderTypesAndNothingIsAsked() {
        var page = opened(article.href());
        page.locator("[data-comment]").click();
        assertThat(page.locator("#f-author")).isFocused();
        assertThat(page.locator("[data-comment-place] [data-question]")).isHidden();

        page.fill("#f-author", "Nguyễn Thị Sen");
        page.fill("#f-body", "Chi bộ tôi cũng làm như vậy từ năm ngoái.");
        assertThat(page.locator("[data-proof-words]")).hasText("Đã kiểm tra xong, có thể gửi.");
        page.locator("[data-write] button[type=submit]").click();

        thanked(page);
        waits("Nguyễn Thị Sen", "Chi bộ tôi cũng làm như vậy từ năm ngoái.");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var page = opened(article.href());
        page.locator("[data-comment]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#f-author")).isFocused();
        type(page, "Lê Văn Bông");
        page.keyboard().press("Tab");
        type(page, "Gõ bằng bàn phím");
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-write] button[type=submit]")).isFocused();
        page.keyboard().press("Enter");

        thanked(page);
        waits("Lê Văn Bông", "Gõ bằng bàn phím");
    }

    @Test
    void whereTheProofFailsTheQuestionIsAskedAndItsAnswerIsEnough() {
        context.route(SCRIPT_OF_THE_PROOF, route -> route.abort());
        var page = opened("/ban-doc/" + article.id() + "/y-kien");
        page.fill("#f-author", "Trần Thị Mận");
        assertThat(page.locator("[data-question]")).isVisible();
        assertThat(page.locator("[data-proof-words]"))
                .hasText("Chưa kiểm tra được trên máy này. Hãy trả lời câu hỏi dưới đây.");
        page.fill("#f-body", "Máy cũ vẫn gửi được");
        answer(page);
        page.locator("[data-write] button[type=submit]").click();

        thanked(page);
        waits("Trần Thị Mận", "Máy cũ vẫn gửi được");
    }

    /** The question comes while somebody types; what they type stays where they type it. */
    @Test
    void aFailingProofTakesNobodyOutOfWhatTheyType() {
        context.route(SCRIPT_OF_THE_PROOF, route -> route.abort());
        var page = opened("/ban-doc/" + article.id() + "/y-kien");
        page.locator("#f-body").focus();
        assertThat(page.locator("[data-question]")).isVisible();

        assertThat(page.locator("#f-body")).isFocused();
    }

    @Test
    void withoutScriptsTheLinkLeadsToAFormWithAQuestion() {
        try (var plain = Browsers.withoutScripts(context)) {
            var page = plain.newPage();
            page.navigate(address(article.href()));
            page.locator("[data-comment]").click();
            page.waitForURL("**/y-kien*");
            page.fill("#f-author", "Phan Văn Nứa");
            page.fill("#f-body", "Không có kịch bản nào chạy");
            answer(page);
            page.locator("#f-answer").press("Enter");

            thanked(page);
            waits("Phan Văn Nứa", "Không có kịch bản nào chạy");
        }
    }

    private Page opened(String path) {
        var page = context.newPage();
        page.navigate(address(path));
        return page;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private static void type(Page page, String text) {
        page.keyboard().insertText(text);
    }

    private static void answer(Page page) {
        var asked = page.locator("[data-question] label").innerText();
        page.fill("#f-answer", String.valueOf(ProofTest.sum(asked)));
    }

    private static void thanked(Page page) {
        page.waitForURL("**/cam-on?viec=y-kien");
        assertThat(page.locator("main [role=status]")).isVisible();
    }

    private void waits(String author, String body) {
        assertThat(db.fetch("select body, state from readers.comment where author = ?", author)
                        .map(row -> List.of(row.get(0), row.get(1))))
                .containsExactly(List.of(body, "WAITING"));
        assertThat(mvc.get()
                        .uri("/readers")
                        .with(SignIn.as(accounts, "bientap"))
                        .exchange())
                .bodyText()
                .contains(author, body);
    }
}
