package org.giaoban.reporting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.organization.Organization;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.Tasks;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Entry as people do it in a browser: talk about a cell, an explanation asked for, counts of the system, a session that ended. */
@GiaoBanTest(story = "vu-quang-2018-11")
class EntryJourneyTest {

    private static final int PATIENCE = 40_000;

    @LocalServerPort
    int port;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Books books;

    @Autowired
    ReturnDesk desk;

    @Autowired
    Organization organization;

    @Autowired
    Tasks tasks;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    private Page open(BrowserContext context, String login, String path) {
        var page = Browsers.logIn(context, port, login, "giaoban-2018");
        go(page, path);
        return page;
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE);
    }

    private Fields kept(String unit, String period) {
        return viewer.as(Viewer.SYSTEM, () -> desk.lay(books.key(unit, period)).fields());
    }

    @Test
    void aQuestionAboutACellIsAnsweredAndCountedBesideIt() {
        String form = "/returns/SL-02/TH-THANG/2018-11";
        try (var phone = Browsers.context(390);
                var office = Browsers.context(1440)) {
            var unit = open(phone, "xa02", form);
            unit.locator("#TC10 .gb-talks").click();
            unit.locator("#t-TC10 textarea").fill("Tháng này có hai đảng viên chuyển về, xin hỏi tính ở đâu?");
            unit.locator("#t-TC10 button:has-text('Gửi ý kiến')").click();
            assertThat(unit.locator("#t-TC10")).containsText("xin hỏi tính ở đâu?");

            var reader = open(office, "vanphong", "/returns/grid?form=TH-THANG&period=2018-11");
            assertThat(reader.locator("tr[data-u='SL-02'] td[data-n='1']")).hasCount(1);
            go(reader, form + "/comments?indicator=TC10");
            reader.locator("#t-TC10 textarea").fill("Tính ở nơi đến, từ ngày giấy giới thiệu.");
            reader.locator("#t-TC10 button:has-text('Gửi ý kiến')").click();
            assertThat(reader.locator("#t-TC10 .gb-said-one")).hasCount(2);

            go(unit, form);
            assertThat(unit.locator("#TC10 .gb-talks")).containsText("2 ý kiến");
            reader.locator("#t-TC10 button:has-text('Đã giải quyết')").click();
            go(unit, form);
            assertThat(unit.locator("#TC10 .gb-talks")).not().containsText("2 ý kiến");
        }
    }

    @Test
    void farBehindThePlanTheReturnAsksWhyAndGoesWithTheAnswer() {
        String form = "/returns/SL-05/TH-THANG/2018-11";
        var typed = new HashMap<>(Fields.of(books.october("SL-05")).typed());
        typed.remove("r.KX07");
        var save = mvc.post()
                .uri(form)
                .with(csrf())
                .with(SignIn.as(accounts, "xa05"))
                .param("do", "save");
        typed.forEach(save::param);
        save.exchange();
        try (var context = Browsers.context(1440)) {
            var page = open(context, "xa05", form);
            page.locator("button[value=send]").click();
            page.waitForLoadState();
            assertThat(page.locator("#said-KX07")).containsText("Vì sao?");
            assertThat(page.locator("#f-v\\.KX07")).hasAttribute("aria-invalid", "true");

            page.locator("input[name='r.KX07']").fill("Chờ vốn năm 2019");
            page.locator("button[value=send]").click();
            assertThat(page.locator("body"))
                    .containsText("Mở lại để sửa", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#said-KX07")).not().containsText("Vì sao?");
        }
    }

    @Test
    void aCountLeadsToWhatWasCountedAndIsTakenOrNot() {
        try (var context = Browsers.context(1440)) {
            var page = open(context, "vanphong", "/returns/SL/H-KY/2018-Q4");
            var counted = page.locator("#DH06 .gb-counted");
            assertThat(counted).containsText("Hệ thống đếm được");
            var number = counted.locator("a").innerText().replaceAll("\\D", "");
            counted.locator("a").click();
            assertThat(page.locator("main")).containsText("Hội nghị đã họp trong kỳ");
            assertThat(page.locator(".gb-item")).hasCount(Integer.parseInt(number));
            page.locator(".gb-item a").first().click();
            assertThat(page.url()).contains("/meetings/");

            go(page, "/returns/SL/H-KY/2018-Q4");
            page.locator("#DH06 button:has-text('Dùng số này')").click();
            assertThat(page.locator("#f-v\\.DH06")).hasValue(number);
            assertThat(page.locator("#DH06 button")).hasCount(0);
        }
    }

    @Test
    void theGridFillsItsEmptyCellsAtOnceAndOneUndoTakesThemBack() {
        db.execute("insert into reporting.prefill (indicator, source, valid_from)"
                + " values ('NC01', 'tasks.counted.given', date '2011-01-01')");
        db.execute(
                "insert into platform.stamp (name, number) values ('reporting.prefill', nextval('platform.stamp_number'))"
                        + " on conflict (name) do update set number = excluded.number");
        viewer.run(Viewer.SYSTEM, () -> {
            var unit = organization.idOf("SL-07");
            tasks.assign(new Order(
                    "Việc được đếm",
                    "xong",
                    LocalDate.of(2018, 11, 20),
                    List.of(new Order.Assignee(unit, null, "BI_THU")),
                    unit,
                    new SourceRef("sample", UUID.randomUUID(), "mẫu", "/"),
                    Order.Reasons.NONE));
        });
        try (var context = Browsers.context(1440)) {
            var page = open(context, "vanphong", "/returns/grid?form=TH-THANG&period=2018-11&group=5");
            var cell = page.locator("tr[data-u='SL-07'] td[data-q]");
            assertThat(cell).hasAttribute("data-q", "1");
            page.locator("[data-take-all]").click();
            assertThat(cell).hasText("1");
            saved(page);
            assertThat(kept("SL-07", "2018-11").source("NC01")).isEqualTo("system:tasks.counted.given");

            page.keyboard().press("Control+z");
            assertThat(cell).hasText("");
            saved(page);
            page.waitForCondition(() -> kept("SL-07", "2018-11").get("v.NC01").isEmpty());
            page.keyboard().press("Control+y");
            saved(page);
            page.waitForCondition(() -> kept("SL-07", "2018-11").source("NC01") != null);

            cell.click();
            page.locator("[data-counted-rows]").click();
            assertThat(page.locator("main")).containsText("Việc được đếm");
        }
    }

    private static void saved(Page page) {
        assertThat(page.locator(".gb-cellbar [data-kept]"))
                .hasText(Pattern.compile("Đã lưu lúc \\d\\d:\\d\\d"), patient());
    }

    @Test
    void whatIsTypedAfterTheSessionEndedIsKeptOnceLoggedInAgain() {
        String form = "/returns/SL-09/TH-THANG/2018-12";
        try (var context = Browsers.context(1440)) {
            var page = open(context, "xa09", form);
            context.clearCookies();
            page.locator("#f-v\\.TC10").fill("321");
            assertThat(page.locator("[data-kept]"))
                    .containsText(
                            "Phiên làm việc đã hết", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));

            Browsers.logIn(context, port, "xa09", "giaoban-2018");
            assertThat(page.locator("[data-kept]")).hasText(Pattern.compile(".*\\d\\d:\\d\\d.*"), patient());
            assertThat(kept("SL-09", "2018-12").get("v.TC10")).isEqualTo("321");
            assertThat(Map.of("here", page.url())).containsValue("http://localhost:" + port + form);
        }
    }
}
