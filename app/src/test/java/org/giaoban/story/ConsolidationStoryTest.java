package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A district freezes its report, a commune corrects its return, and the district decides twice, in a browser. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsolidationStoryTest {

    private static final String REPORT = "/consolidated/SL/TH-THANG/2018-10";
    private static final String RETURN = "/returns/SL-05/TH-THANG/2018-10";
    private static final String SESSIONS = "TT01";

    @LocalServerPort
    private int port;

    private final List<BrowserContext> open = new ArrayList<>();
    private int sessions;

    @AfterAll
    void closeBrowsers() {
        open.forEach(BrowserContext::close);
    }

    private Page as(String login) {
        var context = Browsers.context(1440);
        open.add(context);
        return Browsers.logIn(context, port, login, "giaoban-2018");
    }

    private Page go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState();
        return page;
    }

    private static void press(Page page, String form, String value) {
        page.locator("form[action='" + form + "'] button[value='" + value + "']")
                .click();
        page.waitForLoadState();
    }

    @Test
    @Order(1)
    void theOfficeDrawsUpFreezesAndSends() {
        var page = go(as("vanphong"), REPORT);
        assertThat(page.locator(".gb-title .gb-state")).containsText("chưa gửi");
        page.fill("[name='s.own']", "Tháng này các xã nộp báo cáo đúng hạn hơn.");

        press(page, REPORT, "send");

        assertThat(page.locator(".gb-title .gb-state")).containsText("đã gửi");
        assertThat(page.locator("main")).containsText("11/12 đơn vị đã gửi");
        assertThat(page.locator("main")).containsText("Tháng này các xã nộp báo cáo đúng hạn hơn.");
        assertThat(page.locator("#differences")).hasCount(0);
    }

    /** The unit opens its own return, says three sessions more, and sends it again. */
    private void correct() {
        var office = go(as("vanphong"), RETURN);
        if (office.locator("form[action='" + RETURN + "/reopen']").count() > 0) {
            office.locator("details:has(form[action='" + RETURN + "/reopen']) > summary")
                    .click();
            office.locator("form[action='" + RETURN + "/reopen'] [name=comment]")
                    .fill("Xã xin sửa số buổi");
            office.locator("form[action='" + RETURN + "/reopen'] button").click();
            office.waitForLoadState();
        }
        var unit = go(as("xa05"), RETURN);
        unit.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        var field = unit.locator("[name='v." + SESSIONS + "']");
        sessions = Integer.parseInt(field.inputValue().replace(".", "")) + 3;
        field.fill(String.valueOf(sessions));
        unit.locator("#return button[value=send]").first().click();
        unit.waitForLoadState();
        assertThat(unit.locator(".gb-title .gb-state").first()).containsText("gửi");
    }

    @Test
    @Order(2)
    void aCorrectionBelowLightsUpAndIsRefusedWithAReason() {
        correct();
        var page = go(as("vanphong"), "/desk");
        assertThat(page.locator("main")).containsText("1 chỉ tiêu nay khác số đã chốt");
        go(page, REPORT);
        assertThat(page.locator("#differences")).containsText("Khe Sậy");
        assertThat(page.locator("#differences")).containsText("gửi lại");

        press(page, REPORT + "/differences", "refuse");
        assertThat(page.locator("[role=alert]")).containsText("Ghi lý do");
        page.fill("#differences [name=note]", "Ba buổi này thuộc tháng 11");
        press(page, REPORT + "/differences", "refuse");

        assertThat(page.locator("#differences")).containsText("Ba buổi này thuộc tháng 11");
        assertThat(page.locator("#differences input[type=checkbox]")).hasCount(0);
        assertThat(go(page, "/changed-figures").locator("main")).containsText("Báo cáo tổng hợp của Huyện ủy Sông Lam");
        assertThat(go(page, "/figures/SL/" + SESSIONS + "/2018-10").locator("main"))
                .containsText("Báo cáo tổng hợp của Huyện ủy Sông Lam");
    }

    @Test
    @Order(3)
    void theNextCorrectionIsTakenIn() {
        correct();
        var page = go(as("vanphong"), "/board/SL/2018-11");
        assertThat(page.locator("main")).containsText("Báo cáo tổng hợp đã chốt, 1 chỉ tiêu nay khác");
        go(page, REPORT);

        press(page, REPORT + "/differences", "take-in");

        assertThat(page.locator("#differences")).hasCount(0);
        assertThat(page.locator("main")).containsText("Các phiên bản đã gửi (2)");
        assertThat(page.locator(".gb-title .gb-state")).containsText("đã gửi");
        assertThat(go(page, "/changed-figures").locator("main")).not().containsText("Báo cáo tổng hợp của");
    }

    @Test
    @Order(4)
    void aUnitBelowSeesNothingOfIt() {
        var page = as("xa05");
        var answer = page.navigate("http://localhost:" + port + REPORT);
        org.assertj.core.api.Assertions.assertThat(answer.status()).isEqualTo(404);
        assertThat(go(page, "/consolidated").locator("main")).containsText("Không có cấp nào để tổng hợp");
    }
}
