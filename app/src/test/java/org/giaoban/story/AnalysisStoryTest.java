package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An officer follows one indicator from the board, turns a table, keeps the view, and others open its link. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisStoryTest {

    private static final String ADMITTED = "Đảng viên mới kết nạp";
    private static final String PIVOT = "/analysis/SL/2018-YTD-10/pivot";

    @LocalServerPort
    private int port;

    private final List<BrowserContext> open = new ArrayList<>();
    private Page office;
    private String admitted = "";
    private String link = "";
    private String table = "";

    @BeforeAll
    void theOfficeLogsIn() {
        office = as("vanphong");
    }

    @AfterAll
    void closeBrowsers() {
        open.forEach(BrowserContext::close);
    }

    @Test
    @Order(1)
    void theBoardLeadsToTheIndicatorThroughTime() {
        go(office, "/board/SL/2018-11?span=year");
        office.locator("main .gb-table a.gb-quiet", new Page.LocatorOptions().setHasText(ADMITTED))
                .first()
                .click();
        office.waitForURL("**/analysis/SL/TC17/2018-YTD-10");

        assertThat(office.locator("#series-chart canvas")).isVisible();
        var october = office.locator("#series-table tr", new Page.LocatorOptions().setHasText("tháng 10/2018"));
        assertThat(october).hasAttribute("data-now", "8.0");
        assertThat(october).hasAttribute("data-then", "3.0");
        assertThat(office.locator(".gb-tile")).hasCount(12);
        assertThat(office.locator(".gb-tile").first()).containsText("đạt tiến độ");
        admitted = office.locator(".gb-nums .gb-num a").first().textContent();
    }

    @Test
    @Order(2)
    void theChartIsKeptAsAPicture() throws IOException {
        var download =
                office.waitForDownload(() -> office.locator("[data-picture]").click());
        var picture = ImageIO.read(new ByteArrayInputStream(bytes(download)));

        assertThat(download.suggestedFilename()).endsWith(".png");
        assertThat(picture.getWidth()).isEqualTo(2400);
        var colours = new java.util.HashSet<Integer>();
        for (var x = 0; x < picture.getWidth(); x += 7) {
            for (var y = 0; y < picture.getHeight(); y += 7) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertThat(colours).as("something is drawn").hasSizeGreaterThan(5);
    }

    @Test
    @Order(3)
    void draggingTurnsTheTableAndTheTotalIsThatOfTheBoard() {
        go(office, PIVOT + "?i=TC17&span=one");
        office.locator("[data-dimension=indicator]").dragTo(office.locator("[data-zone=r]"));
        office.waitForURL(url -> url.contains("indicator=r2"));

        assertThat(office.locator(".gb-pivot tbody th", new Page.LocatorOptions().setHasText(ADMITTED)))
                .hasCount(13);
        assertThat(office.locator(".gb-pivot tbody tr").last()).containsText("Cộng 12 đơn vị");
        assertThat(office.locator(".gb-pivot tbody tr").last().locator("td"))
                .hasText(Pattern.compile("^\\s*" + admitted + "\\s+12/12 · 0\\s*$"));
        table = office.locator(".gb-pivot").innerText();
    }

    @Test
    @Order(4)
    void theFileHoldsExactlyWhatIsShown() throws IOException {
        var download = office.waitForDownload(
                () -> office.locator(".gb-export a[href$='format=xlsx']").click());
        var file = bytes(download);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = workbook.getSheetAt(0);
            var last = sheet.getRow(sheet.getLastRowNum());
            assertThat(sheet.getLastRowNum()).isEqualTo(13);
            assertThat(last.getCell(0).getStringCellValue()).isEqualTo("Cộng 12 đơn vị");
            assertThat(String.valueOf((int) last.getCell(2).getNumericCellValue()))
                    .isEqualTo(admitted);
        }
        assertThat(new String(
                        Office.convert(file, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76"),
                        StandardCharsets.UTF_8))
                .contains("Vực Trầu");
    }

    @Test
    @Order(5)
    void theViewIsKeptUnderANameOfItsOwn() {
        office.locator(".gb-keep summary").click();
        office.fill(".gb-keep [name=name]", "Kết nạp, từng xã");
        office.locator(".gb-keep [name=shared]").check();
        office.locator(".gb-keep button[type=submit]").click();
        office.waitForURL("**/analysis/views");

        var line = office.locator("main tbody a", new Page.LocatorOptions().setHasText("Kết nạp, từng xã"));
        assertThat(line).hasCount(1);
        link = line.getAttribute("href");
    }

    @Test
    @Order(6)
    void anotherReaderOpensTheVerySameTableByItsLink() {
        var reader = as("bithu");
        go(reader, link);

        assertThat(reader.url()).contains("indicator=r2");
        assertThat(reader.locator(".gb-pivot").innerText()).isEqualTo(table);
    }

    @Test
    @Order(7)
    void whoMayNotReadTheUnitIsToldNothing() {
        var commune = as("xa06");

        for (var address : List.of(
                link,
                PIVOT,
                "/analysis/SL/2018-10",
                "/analysis/SL-07/TC17/2018-10",
                "/analysis/SL-06/2018-10/pivot?u=SL-07")) {
            var answer = Objects.requireNonNull(commune.navigate("http://localhost:" + port + address));
            assertThat(answer.status()).as(address).isEqualTo(404);
        }
        go(commune, "/analysis");
        assertThat(commune.url()).contains("/analysis/SL-06/");
    }

    @Test
    @Order(8)
    void withoutScriptsTheSelectsTurnTheTableToo() {
        try (var context = Browsers.withoutScripts(office.context())) {
            var page = context.newPage();
            go(page, PIVOT + "?i=TC17&span=one");
            page.selectOption("[name=indicator]", "r1");
            page.selectOption("[name=unit]", "c1");
            page.locator(".gb-pivotform button.btn-primary").click();
            page.waitForURL(url -> url.contains("unit=c1"));

            assertThat(page.locator(".gb-pivot tbody tr")).hasCount(1);
            assertThat(page.locator(".gb-swivel")).isHidden();
        }
    }

    /** The chart is drawn anew a moment after the screen was turned; this browser never does. */
    @Test
    @Order(9)
    void aPageIsNoWiderThanThePhoneWhileItsChartStillIs() {
        var page = office.context().newPage();
        page.addInitScript("window.ResizeObserver = class { observe() {} unobserve() {} disconnect() {} }");
        go(page, "/analysis/SL/TC17/2018-YTD-10");
        assertThat(page.locator("#series-chart canvas")).isVisible();

        page.setViewportSize(390, 844);

        assertThat(number(page, "document.querySelector('#series-chart canvas').clientWidth"))
                .as("the chart is as wide as before")
                .isGreaterThan(390);
        assertThat(number(page, "document.documentElement.scrollWidth"))
                .as("what a reader can scroll to")
                .isLessThanOrEqualTo(390);
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    private Page as(String login) {
        var context = Browsers.context(1440);
        open.add(context);
        return Browsers.logIn(context, port, login, "giaoban-2018");
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static byte[] bytes(Download download) throws IOException {
        return Files.readAllBytes(download.path());
    }
}
