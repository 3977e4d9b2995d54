package org.giaoban.reporting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.DateRange;
import org.giaoban.organization.NewUnit;
import org.giaoban.organization.Organization;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Entry for many units, in a real browser. Every test enters for a period of its own. */
@GiaoBanTest(story = "vu-quang-2018-11")
class UnitGridJourneyTest {

    private static final int PATIENCE = 30_000;

    private static final String PASTE = """
            text => {
                const board = new DataTransfer();
                board.setData('text/plain', text);
                document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: board, bubbles: true, cancelable: true}));
            }""";

    @LocalServerPort
    int port;

    @Autowired
    Books books;

    @Autowired
    ReturnDesk desk;

    @Autowired
    Organization organization;

    @Autowired
    CurrentViewer viewer;

    private Page open(BrowserContext context, String login, String period) {
        var page = Browsers.logIn(context, port, login, "giaoban-2018");
        page.navigate("http://localhost:" + port + "/returns/grid?form=TH-THANG&period=" + period);
        return page;
    }

    private static Locator cell(Page page, String unit, int column) {
        return page.locator("tr[data-u='" + unit + "'] td").nth(column);
    }

    private static void saved(Page page) {
        assertThat(page.locator(".gb-cellbar [data-kept]"))
                .hasText(
                        Pattern.compile("Đã lưu lúc \\d\\d:\\d\\d"),
                        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    /** What the server holds as typed. */
    private String kept(String unit, String period, String field) {
        return viewer.as(
                Viewer.SYSTEM, () -> desk.lay(books.key(unit, period)).fields().get(field));
    }

    @Test
    void keysTypePasteUndoAndEverythingIsKept() {
        try (var context = Browsers.context(1440)) {
            var page = open(context, "vanphong", "2019-03");
            cell(page, "SL-01", 0).click();
            page.keyboard().type("12");
            page.keyboard().press("Enter");
            page.keyboard().type("13");
            page.keyboard().press("Tab");
            page.keyboard().type("1.234,5");
            page.keyboard().press("Escape");
            saved(page);
            assertThat(kept("SL-01", "2019-03", "v.TC05")).isEqualTo("12");
            assertThat(kept("SL-02", "2019-03", "v.TC05")).isEqualTo("13");
            assertThat(cell(page, "SL-02", 1)).hasText("");
            assertThat(page.locator("td[data-total=TC05]")).hasText("25");

            cell(page, "SL-03", 0).click();
            page.evaluate(PASTE, "1\t2\n3\tkhông phát sinh\n1.200\tmười hai");
            assertThat(page.locator(".gb-cellbar [data-said]")).hasText("Đã dán 6 ô.");
            assertThat(cell(page, "SL-05", 1)).hasClass(Pattern.compile("\\be\\b"));
            assertThat(kept("SL-04", "2019-03", "v.TC09")).isEqualTo("không phát sinh");

            page.keyboard().press("Control+z");
            assertThat(cell(page, "SL-05", 1)).hasText("");
            assertThat(cell(page, "SL-05", 1)).not().hasClass(Pattern.compile("\\be\\b"));
            assertThat(kept("SL-03", "2019-03", "v.TC05")).isEmpty();
            page.keyboard().press("Control+y");
            assertThat(cell(page, "SL-05", 0)).hasText("1.200");
            assertThat(cell(page, "SL-05", 1)).hasClass(Pattern.compile("\\be\\b"));

            page.reload();
            assertThat(cell(page, "SL-05", 0)).hasText("1.200");
            cell(page, "SL-05", 1).click();
            assertThat(page.locator(".gb-cellbar [data-said]")).containsText("không phải là số");
        }
    }

    @Test
    void twoPeopleInOneCellSeeEachOther() {
        try (var office = Browsers.context(1440);
                var commune = Browsers.context(1440)) {
            var one = open(office, "vanphong", "2019-04");
            var other = open(commune, "xa01", "2019-04");
            assertThat(other.locator("tbody tr")).hasCount(1);
            cell(one, "SL-01", 0).click();
            one.keyboard().type("5");
            one.keyboard().press("Enter");
            saved(one);

            cell(other, "SL-01", 0).click();
            other.keyboard().type("7");
            other.keyboard().press("Tab");
            other.keyboard().press("Shift+Tab");
            assertThat(other.locator("[data-clash-text]")).containsText("Đinh Thị Mai An đã nhập “5”");
            assertThat(kept("SL-01", "2019-04", "v.TC05")).isEqualTo("5");

            other.waitForResponse(
                    "**/returns/grid/cells",
                    () -> other.locator(".gb-cellbar [data-mine]").click());
            assertThat(kept("SL-01", "2019-04", "v.TC05")).isEqualTo("7");
            assertThat(other.locator(".gb-cellbar [data-clash]")).isHidden();
        }
    }

    @Test
    void aLostLineLosesNothing() {
        try (var context = Browsers.context(1440)) {
            var page = open(context, "vanphong", "2019-05");
            context.setOffline(true);
            cell(page, "SL-06", 0).click();
            page.keyboard().type("31");
            page.keyboard().press("Enter");
            assertThat(page.locator(".gb-cellbar [data-kept]")).containsText("Mất kết nối. 1 ô chưa lưu");
            context.setOffline(false);
            saved(page);
            assertThat(kept("SL-06", "2019-05", "v.TC05")).isEqualTo("31");
        }
    }

    @Test
    void twoHundredUnitsWithFortyColumnsStayFluid() {
        found(200);
        try (var context = Browsers.context(1440)) {
            var page = Browsers.logIn(context, port, "vanphong", "giaoban-2018");
            var began = Instant.now();
            page.navigate("http://localhost:" + port + "/returns/grid?form=TH-THANG&period=2019-06");
            int columns = page.locator("thead th[data-c]").count();
            assertThat(page.locator("tbody tr")).hasCount(200);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(5));

            var line = IntStream.range(0, columns).mapToObj(String::valueOf).collect(Collectors.joining("\t"));
            var block = IntStream.range(0, 200).mapToObj(row -> line).collect(Collectors.joining("\n"));
            page.locator("tbody tr").first().locator("td").first().click();
            double pasted = milliseconds(
                    page,
                    "text => { const began = performance.now(); (" + PASTE + ")(text);"
                            + " document.body.offsetHeight; return performance.now() - began; }",
                    block);
            var sent = Instant.now();
            assertThat(page.locator(".gb-cellbar [data-kept]"))
                    .containsText("Đã lưu lúc", new LocatorAssertions.ContainsTextOptions().setTimeout(2 * PATIENCE));
            var kept = Duration.between(sent, Instant.now());
            double key = milliseconds(
                    page,
                    "() => { const began = performance.now(); for (let i = 0; i < 20; i++)"
                            + " document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowUp', bubbles: true}));"
                            + " document.body.offsetHeight; return (performance.now() - began) / 20; }",
                    "");
            System.out.printf(
                    "200 x %d: paste %.0f ms, kept after %d ms, key %.1f ms%n", columns, pasted, kept.toMillis(), key);
            assertThat(pasted).isLessThan(2_000);
            assertThat(kept).isLessThan(Duration.ofSeconds(20));
            assertThat(key).isLessThan(50);
            assertThat(kept("Z-188", "2019-06", "v.TC09")).isEqualTo("1");
        }
    }

    private static double milliseconds(Page page, String script, String argument) {
        return ((Number) page.evaluate(script, argument)).doubleValue();
    }

    private void found(int units) {
        viewer.as(Viewer.SYSTEM, () -> {
            var above = organization.idOf("SL");
            for (int number = 1; number <= units; number++) {
                String code = "Z-%03d".formatted(number);
                organization.found(new NewUnit(
                        code,
                        "Đảng ủy xã thử " + code,
                        "Xã thử " + code,
                        organization
                                .get(organization.idOf("SL-01"), java.time.LocalDate.of(2018, 11, 1))
                                .kind(),
                        above,
                        new DateRange(java.time.LocalDate.of(2018, 1, 1), null),
                        "thử"));
            }
            return List.of();
        });
    }
}
