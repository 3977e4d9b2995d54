package org.giaoban.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody writes an article in a browser: what Word brings along is taken off, and nothing typed is lost. */
@GiaoBanTest(story = "vu-quang-2018-11")
class EditorJourneyTest {

    private static final String FROM_WORD = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
            <p class="MsoNormal" style="mso-margin-top-alt:auto"><b><span style="font-family:'Times New Roman'">Chi bộ</span></b>
            họp<o:p></o:p></p><p class=MsoNormal>Dòng hai</p><!--EndFragment--></body></html>""";

    @LocalServerPort
    int port;

    @Autowired
    Articles articles;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Organization organization;

    @Autowired
    CurrentViewer viewer;

    BrowserContext context;
    Viewer author;
    ArticleId id;
    String login;

    @BeforeEach
    void aDraft() {
        var unit = organization.idOf("SL");
        login = "viet." + UUID.randomUUID().toString().substring(24);
        author = newsroom.open(login, unit, Capability.ARTICLE_WRITE);
        id = viewer.as(author, () -> articles.start(unit, Newsroom.story("Đang viết", "<p>Đoạn một.</p>")));
        context = Browsers.context(1440);
    }

    @AfterEach
    void leaves() {
        context.close();
    }

    @Test
    void whatWordBringsAlongIsTakenOff() {
        var page = editing();
        text(page).locator("body").evaluate("""
                (body, html) => {
                  const clipboard = new DataTransfer();
                  clipboard.setData("text/html", html);
                  clipboard.setData("text/plain", "Chi bộ họp");
                  body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
                }""", FROM_WORD);
        text(page).getByText("Dòng hai").waitFor();

        assertThat(text(page).locator("body").innerHTML())
                .contains("<strong>Chi bộ</strong>")
                .doesNotContain("Mso", "mso-", "o:p", "Times New Roman");
    }

    @Test
    void whatWasTypedIsThereAfterThePageWasLoadedAgain() {
        var page = editing();
        page.fill("[name=title]", "Tựa đề gõ dở");
        assertThat(page.locator("[data-autosaved]")).not().isEmpty();

        var again = editing();
        again.locator("a[href$='kept=true']").click();
        assertThat(again.locator("[name=title]")).hasValue("Tựa đề gõ dở");
    }

    @Test
    void whatCouldNotBeSentIsKeptInTheBrowser() {
        var page = editing();
        context.route("**/autosave", route -> route.abort());
        page.fill("[name=title]", "Gõ khi mất mạng");
        assertThat(page.locator("[data-autosaved]")).hasText(offline(page));

        var again = editing();
        again.locator("[data-take-kept]").click();
        assertThat(again.locator("[name=title]")).hasValue("Gõ khi mất mạng");
    }

    /** Whoever leaves while the text is on its way has it in the browser; the server may never have got it. */
    @Test
    void whatIsOnItsWayWhenThePageIsLeftIsKeptInTheBrowser() {
        var page = editing();
        context.route("**/autosave", route -> {});
        page.waitForRequest("**/autosave", () -> page.fill("[name=title]", "Đi khi chưa lưu xong"));

        var again = opened(page);
        again.locator("[data-take-kept]").click();
        assertThat(again.locator("[name=title]")).hasValue("Đi khi chưa lưu xong");
    }

    @Test
    void whoeverSavesOverSomebodyElsesWorkIsToldAndKeepsWhatTheyTyped() {
        var page = editing();
        viewer.run(
                author,
                () -> articles.save(
                        id,
                        articles.get(id).version().hands().revision(),
                        Newsroom.story("Của người khác", "<p>Khác.</p>")));
        page.fill("[name=title]", "Của tôi");
        page.locator("#article button[value=keep]").click();

        assertThat(page.getByText("Trong lúc đó đã có người sửa bài này").first())
                .isVisible();
        assertThat(page.locator("[name=title]")).hasValue("Của tôi");
        assertThat(viewer.as(author, () -> articles.get(id).version().story().title()))
                .isEqualTo("Của người khác");
    }

    private static String offline(Page page) {
        return page.locator("[data-autosaved]").getAttribute("data-offline");
    }

    /** Logs in when nobody has yet. */
    private Page editing() {
        return opened(
                context.pages().isEmpty()
                        ? Browsers.logIn(context, port, login, Newsroom.SECRET)
                        : context.pages().getFirst());
    }

    private Page opened(Page page) {
        page.navigate("http://localhost:" + port + "/articles/" + id + "/edit");
        text(page).locator("body p").first().waitFor();
        return page;
    }

    private static FrameLocator text(Page page) {
        return page.frameLocator("#f-body_ifr");
    }
}
