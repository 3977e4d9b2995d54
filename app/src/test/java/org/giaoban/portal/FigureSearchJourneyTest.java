package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.organization.Organization;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A figure of a typed period is found beside the editor and put into the text. */
@GiaoBanTest(story = "vu-quang-2018-11")
class FigureSearchJourneyTest {

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

    @Test
    void aTypedPeriodIsUnderstoodBesideTheEditor() {
        var unit = organization.idOf("SL");
        var author = newsroom.open("tim.so", unit, Capability.ARTICLE_WRITE, Capability.FIGURES_READ);
        var id = viewer.as(author, () -> articles.start(unit, Newsroom.story("Tìm số", "<p>Trong quý, kết nạp.</p>")));
        for (var width : new int[] {1440, 390}) {
            try (var context = Browsers.context(width)) {
                var page = Browsers.logIn(context, port, "tim.so", Newsroom.SECRET);
                page.navigate("http://localhost:" + port + "/articles/" + id + "/edit");
                page.locator("#figures").evaluate("part => part.open = true");
                page.fill("#find-words", "TC17");
                page.fill("#find-typed", "quý 3/2018");
                page.waitForSelector("#figures :text('Số của quý III/2018')");
                assertThat(new AxeBuilder(page).include("#figures").analyze().getViolations())
                        .extracting(flaw -> flaw.getId())
                        .isEmpty();
                page.click("[data-take=TC17]");
                page.frameLocator("#f-body_ifr")
                        .locator("[data-figure]")
                        .first()
                        .waitFor();
                assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
        }
    }
}
