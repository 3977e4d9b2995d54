package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Four units type the first four months of 2022, each its own share; together they are the figures an inspection visit
 * of that spring was told, "over" and "nearly" included. The board and the papers must say exactly those.
 */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstFourMonthsStoryTest {

    private static final String PASSWORD = "giaoban-2018";
    private static final String PERIOD = "2022-4M";
    private static final String BOARD = "/board/SL/" + PERIOD;
    private static final List<String> UNITS = List.of("01", "02", "03", "04");

    /** One indicator: what each of the four units types, and what all of them together must read. */
    private record Told(String code, String together, List<String> typed) {}

    /** The mean of the units' percentages is another one each time: only the recomputed share gives the figure. */
    private static final List<Told> TOLD = List.of(
            told("TT01", "3.615", "1.120", "985", "860", "650"),
            told("TT02", "trên 210.000", "trên 65.000", "58.000", "OVER 49000", "38.000"),
            told("TT03", "trên 98 %", "OVER 1485/1500", "OVER 1164/1200", "OVER 975/1000", "OVER 786/800"),
            told("TT04", "trên 85 %", "OVER 2700/3000", "OVER 2.000/2.500", "OVER 1720/2000", "2080/2500"),
            told("TT05", "trên 65 %", "OVER 2800/4000", "1800/3000", "OVER 1260/2000", "OVER 640/1000"),
            told("TT07", "266", "80", "72", "64", "50"),
            told("TT09", "96", "30", "26", "22", "18"),
            told("TT10", "15", "5", "4", "4", "2"),
            told("DV01", "159", "48", "42", "38", "31"),
            told("DV02", "170", "50", "45", "41", "34"),
            told("KX01", "trên 25 %", "OVER 300/1100", "OVER 260/1000", "OVER 190/900", "OVER 250/1000"),
            told("KX02", "gần 14 %", "NEARLY 60/400", "NEARLY 49/350", "NEARLY 27/250", "NEARLY 32/200"),
            told("KX03", "16,7 %", "50/280", "40/250", "47/270", "30/200"),
            told("KX04", "1", "không phát sinh", "1", "NONE", "0"));

    /** What the form asks besides. */
    private static final Map<String, String> BESIDES = Map.of(
            "TC01", "1", "TC02", "1", "TC03", "0", "TC10", "412", "TC17", "NONE", "DV04", "2", "DV05", "130", "KX07",
            "15", "KX09", "3");

    @LocalServerPort
    private int port;

    @Autowired
    private StoryClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    private final List<BrowserContext> open = new ArrayList<>();

    private static Told told(String code, String together, String... typed) {
        return new Told(code, together.replace(" %", "\u00a0%"), List.of(typed));
    }

    /** The district has had its congress since the story was written. */
    @BeforeAll
    void inMay2022() {
        jdbc.update("insert into documents.term select unit_id, '2020-2025', until_on, date '2025-08-12'"
                + " from documents.term where code = '2015-2020'");
        clock.startAt(Instant.parse("2022-05-05T02:00:00Z"));
    }

    @AfterAll
    void closeBrowsers() {
        open.forEach(BrowserContext::close);
    }

    @Test
    @Order(1)
    void fourUnitsTypeTheirReturnsOnScreenAndSendThem() {
        for (var number = 0; number < UNITS.size(); number++) {
            var page = as("xa" + UNITS.get(number));
            go(page, "/returns/SL-" + UNITS.get(number) + "/TH-KY/" + PERIOD);
            assertThat(page.locator("h1")).containsText("4 tháng đầu năm 2022");
            for (var told : TOLD) {
                type(page, told.code(), told.typed().get(number));
            }
            BESIDES.forEach((code, text) -> type(page, code, text));
            page.locator("button[name=do][value=send]").click();
            page.waitForLoadState();
            assertThat(page.locator(".gb-title .gb-state").first()).containsText("Đã gửi");
        }
    }

    @Test
    @Order(2)
    void theReturnKeepsTheWordsBesideTheNumbers() {
        var page = as("xa01");
        go(page, "/returns/SL-01/TH-KY/" + PERIOD);

        assertThat(page.locator("[name='v.TT02']")).hasValue("65.000");
        assertThat(page.locator("[name='m.TT02']")).hasValue("OVER");
        assertThat(page.locator("[name='n.TT03']")).hasValue("1.485");
        assertThat(page.locator("[name='d.TT03']")).hasValue("1.500");
        assertThat(page.locator("[name='m.KX02']")).hasValue("NEARLY");
        assertThat(page.locator("[name='m.KX04']")).hasValue("NONE");
    }

    @Test
    @Order(3)
    void theBoardSaysThem() {
        var page = as("vanphong");
        plan(page);
        go(page, BOARD + "?span=month");

        assertThat(page.locator("h1")).containsText("4 tháng đầu năm 2022");
        assertThat(page.locator(".gb-cycle")).containsText("4/12");
        for (var span : List.of("month", "year")) {
            go(page, BOARD + "/figures?span=" + span);
            for (var told : TOLD) {
                var row = page.locator("tbody tr:has(td:text-is('" + told.code() + "'))");
                assertThat(row.locator("td.num").first()).hasText(told.together());
            }
        }
        go(page, BOARD + "?span=month");
        for (var told : TOLD) {
            assertThat(page.locator("a.gb-fig[href*='/" + told.code() + "/']").first())
                    .hasText(told.together());
        }
    }

    @Test
    @Order(4)
    void theFigureOpensDownToTheUnitThatSaidOver() {
        var page = as("vanphong");
        go(page, "/figures/SL/TT02/" + PERIOD);

        assertThat(page.locator("main")).containsText("trên 210.000");
        assertThat(page.locator("main")).containsText("trên 65.000");
        assertThat(page.locator("main")).containsText("58.000");
    }

    @Test
    @Order(5)
    void theWorkbookCalculatesThemAndKeepsTheWords() {
        var page = as("vanphong");
        go(page, BOARD + "/report");
        var workbook = download(page, BOARD + "/workbook");
        // As LibreOffice shows the cells after it has calculated them, in an English locale.
        var shown = Jsoup.parse(new String(Office.convert(workbook, "xlsx", "html"), StandardCharsets.UTF_8))
                .select("table")
                .first();

        for (var told : TOLD) {
            var row = Objects.requireNonNull(shown).select("tr:has(td:eq(0):contains(" + told.code() + "))");
            var words = told.together().replace("\u00a0%", "");
            assertThat(row.select("td").get(4).text().replaceFirst("\\.0$", ""))
                    .as(told.code())
                    .isEqualTo(words.replace(".", ";").replace(",", ".").replace(";", ","));
        }
    }

    @Test
    @Order(6)
    void theReportSaysThem() throws IOException {
        var page = as("vanphong");
        go(page, BOARD + "/report");
        var report = Office.convert(download(page, BOARD + "/report/draft"), "docx", "docx");

        try (var paper = new XWPFDocument(new ByteArrayInputStream(report))) {
            var words = paper.getParagraphs().stream()
                    .map(paragraph -> paragraph.getText().strip())
                    .toList();
            assertThat(words)
                    .anySatisfy(line ->
                            assertThat(line).contains("4 tháng đầu năm 2022").contains("8 tháng cuối năm 2022"));
            var actual = byName(paper);
            for (var told : TOLD) {
                assertThat(actual.get(names(page).get(told.code())))
                        .as(told.code())
                        .isEqualTo(told.together());
            }
        }
    }

    private final Map<String, String> names = new HashMap<>();

    /** The names of the indicators by code, as the board's table has them. */
    private Map<String, String> names(Page page) {
        if (names.isEmpty()) {
            go(page, BOARD + "/figures?span=year");
            for (var row : page.locator("tbody tr").all()) {
                names.put(
                        row.locator("td").first().innerText().strip(),
                        row.locator("th").innerText().strip());
            }
        }
        return names;
    }

    /** The column of actual figures in the report's table, by the indicator's name. */
    private static Map<String, String> byName(XWPFDocument paper) {
        var actual = new HashMap<String, String>();
        for (var table : paper.getTables()) {
            for (var row : table.getRows()) {
                if (row.getTableCells().size() > 6) {
                    actual.put(cell(row, 1), cell(row, 4));
                }
            }
        }
        return actual;
    }

    private static String cell(XWPFTableRow row, int column) {
        return row.getCell(column).getText().strip();
    }

    /** The board shows what has a plan. */
    private void plan(Page page) {
        go(page, "/targets/SL/2022?all=1");
        for (var told : TOLD) {
            page.fill("[name=value_" + told.code() + "]", "100");
        }
        page.fill("[name=reason]", "Kế hoạch năm 2022");
        page.locator("#f-plan button[type=submit]").click();
        page.waitForLoadState();
        assertThat(page.locator(".gb-errors")).hasCount(0);
    }

    /** "OVER 1485/1500", "trên 65.000", "NONE", "12": as somebody chooses and types it. */
    private static void type(Page page, String code, String text) {
        var words = text.split(" ", 2);
        var chosen = words[0].matches("[A-Z_]+");
        if (chosen) {
            page.selectOption("[name='m." + code + "']", words[0]);
        }
        var number = chosen ? (words.length == 1 ? "" : words[1]) : text;
        var parts = number.split("/");
        if (parts.length == 2) {
            page.fill("[name='n." + code + "']", parts[0]);
            page.fill("[name='d." + code + "']", parts[1]);
        } else {
            page.fill("[name='v." + code + "']", number);
        }
    }

    private byte[] download(Page page, String path) {
        var answer = page.request().get("http://localhost:" + port + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private Page as(String login) {
        var context = Browsers.context(1440);
        open.add(context);
        return Browsers.logIn(context, port, login, PASSWORD);
    }

    private void go(Page page, String path) {
        var response = page.navigate("http://localhost:" + port + path);
        assertThat(response.status()).as(path).isEqualTo(200);
    }
}
