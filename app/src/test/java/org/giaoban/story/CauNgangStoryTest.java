package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The reporting part of an inspection visit: fifteen communes and townships sent workbooks for the first four months of
 * 2022. The district's screens and papers must say exactly what the visitors were told, and each figure opens down to
 * the rows it was added up from.
 */
@GiaoBanTest(story = "cau-ngang-2022-05")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CauNgangStoryTest {

    private static final String PERIOD = "2022-4M";
    private static final String BOARD = "/board/GS/" + PERIOD;

    private static final Map<String, String> TOLD = told();

    @LocalServerPort
    private int port;

    private Screens screens;
    private Page office;

    private static Map<String, String> told() {
        var told = new LinkedHashMap<String, String>();
        told.put("TT01", "3.615");
        told.put("TT02", "trên 210.000");
        told.put("TT03", "trên 98 %");
        told.put("TT04", "trên 85 %");
        told.put("TT05", "trên 65 %");
        told.put("TT07", "266");
        told.put("TT09", "96");
        told.put("TT10", "15");
        told.put("DV01", "159");
        told.put("DV02", "170");
        told.put("KX01", "trên 25 %");
        told.put("KX02", "gần 14 %");
        told.put("KX03", "16,7 %");
        told.put("KX04", "1");
        told.replaceAll((code, words) -> words.replace(" %", "\u00a0%"));
        return told;
    }

    @BeforeAll
    void logIn() {
        screens = new Screens(port);
        office = screens.as("gs-vanphong");
    }

    @AfterAll
    void leave() {
        screens.close();
    }

    @Test
    void theBoardSaysWhatTheVisitorsWereTold() {
        screens.go(office, BOARD + "?span=month");
        assertThat(office.locator("h1")).containsText("4 tháng đầu năm 2022");
        TOLD.forEach((code, words) -> assertThat(
                        office.locator("a.gb-fig[href*='/" + code + "/']").first())
                .hasText(words));
        screens.go(office, BOARD + "/figures?span=month");
        TOLD.forEach((code, words) -> assertThat(office.locator("tbody tr:has(td:text-is('" + code + "'))")
                        .locator("td.num")
                        .first())
                .hasText(words));
    }

    @Test
    void threePercentagesHaveThreeDenominators() {
        opens("TT03", "5.292", "5.400");
        opens("TT04", "49.640", "58.400");
        opens("TT05", "22.750", "35.000");
        opens("KX01", "2.622", "10.488");
        opens("KX02", "322", "2.300");
        opens("KX03", "80.160", "480.000");
    }

    private void opens(String code, String numerator, String denominator) {
        screens.go(office, "/figures/GS/" + code + "/" + PERIOD);
        assertThat(office.locator("main")).containsText(numerator);
        assertThat(office.locator("main")).containsText(denominator);
    }

    @Test
    void everyFigureOpensDownToTheUnitsRows() {
        for (var code : TOLD.keySet()) {
            screens.go(office, "/figures/GS/" + code + "/" + PERIOD);
            for (var unit = 1; unit <= 15; unit++) {
                assertThat(office.locator("main a[href*='/GS-%02d/']".formatted(unit))
                                .first())
                        .isVisible();
            }
        }
        screens.go(office, "/figures/GS/TT02/" + PERIOD);
        assertThat(office.locator("main")).containsText("trên 20.772");
        assertThat(office.locator("main")).containsText("11.018");
    }

    @Test
    void theRowIsTheUnitsOwnReturn() {
        screens.go(office, "/returns/GS-08/TH-KY/" + PERIOD);
        assertThat(office.locator("main")).containsText("Đã chấp nhận");
        screens.go(office, "/figures/GS-08/KX04/" + PERIOD);
        assertThat(office.locator("main")).containsText("GS-08_TH-KY_2022-4M.xlsx");
    }

    @Test
    void theWorkbookSaysThem() {
        var workbook = screens.download(office, BOARD + "/workbook");
        var shown = Jsoup.parse(new String(Office.convert(workbook, "xlsx", "html"), StandardCharsets.UTF_8))
                .select("table")
                .first();
        TOLD.forEach((code, words) -> {
            var row = Objects.requireNonNull(shown).select("tr:has(td:eq(0):contains(" + code + "))");
            assertThat(row.select("td").get(4).text().replaceFirst("\\.0$", ""))
                    .as(code)
                    .isEqualTo(words.replace("\u00a0%", "")
                            .replace(".", ";")
                            .replace(",", ".")
                            .replace(";", ","));
        });
    }

    @Test
    void thePaperSaysThem() throws IOException {
        var paper = Office.convert(screens.download(office, BOARD + "/report/draft"), "docx", "docx");
        try (var document = new XWPFDocument(new ByteArrayInputStream(paper))) {
            var figures = document.getTables().stream()
                    .flatMap(table -> table.getRows().stream())
                    .filter(row -> row.getTableCells().size() > 6)
                    .map(row -> row.getCell(4).getText().strip())
                    .toList();
            assertThat(figures).containsAll(TOLD.values());
        }
    }

    @Test
    void whoWasLateIsNamed() {
        screens.go(office, "/returns?period=" + PERIOD);
        assertThat(office.locator("tbody tr")).hasCount(15);
        assertThat(office.locator("main")).containsText("15/15");
    }
}
