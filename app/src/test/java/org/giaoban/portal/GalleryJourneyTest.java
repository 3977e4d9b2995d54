package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A gallery put together in a browser: several files at once, words, order by arrow and by drag, and all that without script. */
@GiaoBanTest
class GalleryJourneyTest {

    @LocalServerPort
    int port;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Galleries galleries;

    @Autowired
    CurrentViewer viewer;

    Viewer author;
    ArticleId article;

    @Test
    void picturesComeGetTheirWordsAndTheirOrder() {
        var unit = UnitId.next();
        author = newsroom.open("anh.bo", unit, Capability.ARTICLE_WRITE);
        article = viewer.as(author, () -> articles.start(unit, Newsroom.story("Bài nhiều ảnh", "<p>a</p>")));
        try (var context = Browsers.context(1440)) {
            var page = opened(context);
            page.setInputFiles("#f-files", new FilePayload[] {file(1), file(2), file(3)});
            keep(page);
            page.fill("#f-alt-0", "một");
            page.fill("#f-alt-1", "hai");
            page.fill("#f-alt-2", "ba");
            page.click("[data-picture]:nth-child(1) [data-move=down]");
            page.dragAndDrop("[data-picture]:nth-child(3) [data-grip]", "[data-picture]:nth-child(1) [data-grip]");
            assertThat(page.locator("[name=order]").all())
                    .extracting(each -> each.inputValue())
                    .containsExactly("1", "2", "3");
            var flaws = new AxeBuilder(page).analyze().getViolations();
            assertThat(flaws).extracting(flaw -> flaw.getId()).isEmpty();
            keep(page);
        }
        assertThat(kept()).containsExactly("ba", "hai", "một");
        withoutScript();
        assertThat(kept()).containsExactly("ba", "một");
    }

    private void withoutScript() {
        try (var context = Browsers.context(390)) {
            context.route("**/*.js", route -> route.abort());
            var page = opened(context);
            page.click("[data-picture]:nth-child(3) [data-move=up]");
            page.waitForLoadState();
            assertThat(kept()).containsExactly("ba", "một", "hai");
            page.check("[data-picture]:nth-child(3) [name=remove]");
            keep(page);
            assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
    }

    private Page opened(BrowserContext context) {
        var page = Browsers.logIn(context, port, "anh.bo", Newsroom.SECRET);
        page.navigate("http://localhost:" + port + "/articles/" + article + "/pictures");
        return page;
    }

    private static void keep(Page page) {
        page.click(".gb-submit button[value=keep]");
        page.waitForLoadState();
    }

    private static FilePayload file(int number) {
        var upload = PictureFiles.png(300 + number, 200);
        return new FilePayload("anh-" + number + ".png", "image/png", upload.bytes());
    }

    private List<String> kept() {
        return viewer.as(author, () -> galleries.of(article)).stream()
                .map(GalleryPicture::alt)
                .toList();
    }
}
