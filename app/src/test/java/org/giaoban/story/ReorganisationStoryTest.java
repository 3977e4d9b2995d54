package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The office rehearses the merger of two communes, settles what must be decided, carries it out, looks, and undoes it. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReorganisationStoryTest {

    private static final String LAST_YEAR = "/board/SL/2018-01/figures?span=year";
    private static final String TREE = "/units?on=2018-11-01";
    private static final String MERGED = "Đảng ủy xã Lam Giang";

    @LocalServerPort
    private int port;

    private BrowserContext context;
    private Page page;
    private String plan = "";
    private String task = "";
    private String lastYear = "";
    private String tree = "";
    private String facts = "";

    @BeforeAll
    void theOfficeLogsIn() {
        context = Browsers.context(1440);
        page = Browsers.logIn(context, port, "vanphong", "giaoban-2018");
    }

    @AfterAll
    void closeTheBrowser() {
        context.close();
    }

    @Test
    @Order(1)
    void theOfficeDraftsTheMergerOfTwoCommunes() {
        lastYear = figures(LAST_YEAR);
        tree = told(TREE);
        assertThat(tree).contains("Đảng ủy xã Lam Thượng", "Đảng ủy xã Lam Hạ");

        go("/reorganisations");
        page.locator(".gb-actions a[href='/reorganisations/new']").click();
        page.fill("[name=title]", "Hợp nhất xã Lam Thượng và xã Lam Hạ");
        page.fill("[name=day]", "2018-11-01");
        page.fill("[name=document]", "Nghị quyết 12-NQ/HU ngày 20/10/2018");
        page.locator("main form button.btn-primary").click();
        page.waitForLoadState();
        plan = page.url().replaceAll("^https?://[^/]+", "");

        page.locator("a[href$='events/new?kind=MERGE']").click();
        page.fill("[name=find]", "lam thuong");
        page.locator("button[value=find]").first().click();
        page.waitForLoadState();
        page.locator("#c-SL-07").check();
        assertThat(page.locator("[data-picked] [data-unit='SL-07']")).isVisible();
        page.fill("[name=find]", "lam ha");
        page.locator("button[value=find]").first().click();
        page.waitForLoadState();
        page.locator("#c-SL-08").check();
        page.fill("[name=code]", "SL-13");
        page.fill("[name=name]", MERGED);
        page.fill("[name=shortName]", "Lam Giang");
        page.locator("[name=unitKind]").selectOption("DANG_UY_XA");
        page.fill("[name=parent]", "SL");
        page.locator(".gb-submit button[value=save]").click();
        page.waitForLoadState();

        assertThat(page.locator("main")).containsText("1 việc trong phương án");
        assertThat(page.locator("main")).containsText(MERGED);
        assertThat(page.locator("main")).containsText("Trước và sau: 3 đơn vị thay đổi");
    }

    @Test
    @Order(2)
    void theRehearsalCountsWhatGoesOverAndAsksTwoQuestions() {
        go(plan + "/rehearsal");

        assertThat(page.locator(".gb-question")).hasCount(2);
        assertThat(page.locator(".gb-question").first()).containsText("Bí thư");
        assertThat(page.locator("a[href='" + plan + "/execute']")).hasCount(0);
        var work = page.locator("main a[href^='/tasks/']").first();
        task = work.getAttribute("href");
        assertThat(row(work)).containsText(MERGED);
        facts = facts();
        assertThat(facts).contains("Lam Thượng");
        assertThat(due(facts)).matches("\\d{2}/\\d{2}/\\d{4}");

        go(plan + "/execute");
        assertThat(page.locator("#flashes")).containsText("còn 2 chỗ cần chọn");
    }

    @Test
    @Order(3)
    void onceSettledItIsCarriedOutAfterTheCountsAreConfirmed() {
        go(plan + "/rehearsal");
        for (var question : page.locator(".gb-question").all()) {
            question.locator("input[type=radio]").first().check();
        }
        page.locator("#conflicts button[type=submit]").click();
        page.waitForLoadState();
        page.locator(".gb-actions a[href='" + plan + "/execute']").click();
        page.waitForLoadState();
        assertThat(page.locator("form.gb-confirm")).containsText("3 đơn vị thay đổi");
        page.locator("form.gb-confirm button[type=submit]").click();
        page.waitForURL(url -> url.endsWith(plan));

        assertThat(page.locator(".gb-title .gb-state")).containsText("Đã thực hiện");
        assertThat(page.locator("main")).containsText("còn 30 ngày");
    }

    @Test
    @Order(4)
    void lastYearsTotalsAreUnchangedToTheDigitAndTheTaskKeepsItsDate() {
        assertThat(figures(LAST_YEAR)).isEqualTo(lastYear);
        assertThat(figures(LAST_YEAR + "&tree=today")).isEqualTo(lastYear);

        var now = facts();
        assertThat(now).contains("Lam Giang").doesNotContain("Lam Thượng");
        assertThat(due(now)).isEqualTo(due(facts));

        assertThat(told(TREE)).contains(MERGED).doesNotContain("Đảng ủy xã Lam Thượng");
        assertThat(told("/units?on=2018-11-01&q=lam+thuong")).contains("từ 01/11/2018: " + MERGED);
        go("/units/SL-13?tab=lineage");
        assertThat(page.locator(".gb-lineage svg")).isVisible();
        assertThat(page.locator(".gb-lineage svg a")).hasCount(2);
        page.locator(".gb-lineage svg a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/units/SL-0"));
        assertThat(page.locator("main")).containsText("tiếp nhận là " + MERGED);
        assertThat(told("/units/differences?from=2018-10-31&to=2018-11-01")).contains("3 đơn vị khác nhau");
    }

    @Test
    @Order(5)
    void undoneEverythingIsAsBefore() {
        go(plan);
        page.locator(".gb-actions a[href='" + plan + "/undo']").click();
        page.fill("[name=reason]", "Cấp trên đề nghị lùi ngày sắp xếp");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Hoàn tác phương án"))
                .click();
        page.waitForURL(url -> url.endsWith(plan));
        assertThat(page.locator(".gb-title .gb-state")).containsText("Đã hoàn tác");

        assertThat(told(TREE)).isEqualTo(tree);
        assertThat(figures(LAST_YEAR)).isEqualTo(lastYear);
        assertThat(facts()).isEqualTo(facts);
        assertThat(told(plan + "?tab=history")).contains("Cấp trên đề nghị lùi ngày sắp xếp");
    }

    private static Locator row(Locator inside) {
        return inside.locator("xpath=ancestor::tr");
    }

    private String facts() {
        go(task);
        return page.locator("main .gb-facts").first().innerText();
    }

    /** The date after the words for "due". */
    private static String due(String facts) {
        var lines = List.of(facts.split("\\s*\\n\\s*"));
        return lines.get(lines.indexOf("Hạn") + 1);
    }

    private String figures(String path) {
        go(path);
        return page.locator("main table").first().innerText();
    }

    private String told(String path) {
        go(path);
        return page.locator("main").innerText();
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }
}
