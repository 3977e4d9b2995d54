package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The running meeting of the story in browsers: two who write, a cut line, a phone that checks in twice, a wrong count. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeetingLineCutTest {

    private static final String PASSWORD = "giaoban-2018";
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(45_000);

    @LocalServerPort
    private int port;

    private final List<BrowserContext> open = new ArrayList<>();
    private Page desk = null;
    private Page second = null;
    private String meeting = "";

    @AfterAll
    void closeBrowsers() {
        open.forEach(BrowserContext::close);
    }

    @Test
    @Order(1)
    void twoWriteUnderOneItemAndBothSeeBoth() {
        desk = as("vanphong", 1440);
        go(desk, "/meetings");
        desk.locator("main tr", named("Đang họp")).locator("a").first().click();
        desk.waitForLoadState();
        desk.locator("main a[href$='/run']").first().click();
        desk.waitForLoadState();
        meeting = desk.url().replaceAll("^https?://[^/]+", "").replaceAll("/run.*$", "");
        second = as("chanhvp", 1440);
        go(second, meeting + "/run");

        type(desk, "Thư ký ghi dòng này.");
        assertThat(desk.locator("[data-saving]")).containsText("Đã lưu", SOON);
        assertThat(notes(second)).hasValue(Pattern.compile("Thư ký ghi dòng này\\."), value());
        notes(second).press("End");
        notes(second).pressSequentially("\nChánh văn phòng ghi thêm.");
        assertThat(second.locator("[data-saving]")).containsText("Đã lưu", SOON);

        assertThat(notes(desk))
                .hasValue(Pattern.compile("Thư ký ghi dòng này\\.\\s+Chánh văn phòng ghi thêm\\."), value());
    }

    @Test
    @Order(2)
    void aCutLineLosesNothingNotEvenWhenThePageIsClosed() {
        var context = desk.context();
        context.setOffline(true);
        notes(desk).press("Control+End");
        notes(desk).pressSequentially("\nGhi khi mất mạng.");
        assertThat(desk.locator("[data-saving]")).containsText("chờ gửi", SOON);
        notes(second).press("Control+Home");
        notes(second).pressSequentially("Người khác ghi trong lúc đó.\n");
        assertThat(second.locator("[data-saving]")).containsText("Đã lưu", SOON);
        notes(desk).press("Control+End");
        notes(desk).pressSequentially(" Ghi tiếp.");
        desk.close();

        context.setOffline(false);
        desk = context.newPage();
        go(desk, meeting + "/run");
        assertThat(notes(desk))
                .hasValue(
                        Pattern.compile(
                                "Người khác ghi trong lúc đó\\.\\s+Thư ký ghi dòng này\\.\\s+Chánh văn phòng ghi thêm\\.\\s+Ghi khi mất mạng\\. Ghi tiếp\\."),
                        value());
        assertThat(desk.locator("[data-saving]")).containsText("Đã lưu", SOON);
        go(second, meeting + "/run");
        assertThat(notes(second)).hasValue(Pattern.compile("[\\s\\S]*Ghi khi mất mạng\\. Ghi tiếp\\.$"), value());
        assertThat(notes(second).inputValue().split("Ghi khi mất mạng", -1)).hasSize(2);
    }

    @Test
    @Order(3)
    void thePhoneChecksInWithTheCodeOnTheWallAndOnlyOnce() {
        var wall = as("vanphong", 1440);
        go(wall, meeting + "/screen");
        var phone = as("bithu02", 390);
        go(phone, meeting + "/here");
        phone.fill("[name=code]", "0000 0000");
        phone.locator("form:has([name=code]) button").click();
        phone.waitForLoadState();
        assertThat(phone.locator("[role=alert]")).containsText("Mã không đúng");

        var code = wall.locator(".gb-wall-code").innerText();
        go(phone, meeting + "/here?code=" + code.replace(" ", ""));
        phone.locator("form:has([name=code]) button").dblclick();
        assertThat(phone.locator("#seat")).containsText("Có mặt", SOON);
        go(desk, meeting + "/course");
        assertThat(row(desk, "Trần Thị Ẩm")).containsText("Có mặt");
        assertThat(row(desk, "Trần Thị Ẩm").locator("li")).hasCount(1);
    }

    @Test
    @Order(4)
    void twoSecretariesTickOnePersonAndOneIsToldWhoWasQuicker() {
        go(desk, meeting + "/run");
        go(second, meeting + "/run");
        var first = desk.locator(".gb-prow", named("Hà Thị Dung"));
        var other = second.locator(".gb-prow", named("Hà Thị Dung"));
        other.locator("summary").click();
        first.locator("[data-tick]").click();
        assertThat(first).containsText("Có mặt 0", SOON);
        other.locator("button[value=ABSENT]").click();

        go(second, meeting + "/course");
        assertThat(row(second, "Hà Thị Dung")).containsText("Có mặt");
        assertThat(row(second, "Hà Thị Dung").locator("li")).hasCount(1);
    }

    @Test
    @Order(5)
    void aVoteWithMoreHandsThanPeopleKeepsWhatWasTypedAndSaysWhy() {
        go(desk, meeting + "/run");
        desk.locator("#votes details:has([name=question]) > summary").click();
        desk.fill("[name=question]", "Thông qua danh sách bổ sung");
        desk.fill("[name=inFavour]", "99");
        desk.locator("#votes form:has([name=question]) button").click();
        desk.waitForLoadState();
        assertThat(desk.locator("#inFavour-error")).containsText("Đếm được 99 tay giơ");
        assertThat(desk.locator("[name=question]")).hasValue("Thông qua danh sách bổ sung");
        desk.fill("[name=inFavour]", "17");
        desk.locator("#votes form:has([name=question]) button").click();
        desk.waitForLoadState();

        assertThat(desk.locator("#votes")).containsText("17 trên");
    }

    private static LocatorAssertions.HasValueOptions value() {
        return new LocatorAssertions.HasValueOptions().setTimeout(45_000);
    }

    private static void type(Page page, String text) {
        notes(page).click();
        notes(page).pressSequentially(text);
    }

    private static Locator notes(Page page) {
        return page.locator("textarea.gb-notes");
    }

    private static Locator row(Page page, String name) {
        return page.locator("tr", named(name));
    }

    private static Page.LocatorOptions named(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState();
    }

    private Page as(String login, int width) {
        var context = Browsers.context(width);
        open.add(context);
        return Browsers.logIn(context, port, login, PASSWORD);
    }
}
