package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.Browsers;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One month's briefing, from the last unit's workbook to the page a visitor reads, played by its people in a browser. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthlyBriefingStoryTest {

    private static final String PASSWORD = "giaoban-2018";
    private static final String BOARD = "/board/SL/2018-11?span=year";
    private static final String RETURN = "/returns/SL-12/TH-THANG/2018-10";
    private static final String ORDER = "Lập danh sách hộ chưa đạt tiêu chí môi trường và phân công người giúp từng hộ";
    private static final String INTERNAL = "Nhắc riêng đảng ủy gửi báo cáo chậm";

    @LocalServerPort
    private int port;

    @Autowired
    private StoryClock clock;

    private final List<BrowserContext> open = new ArrayList<>();
    private Path workbook = Path.of("");
    private String meeting = "";
    private String article = "";

    @AfterAll
    void closeBrowsers() {
        open.forEach(BrowserContext::close);
    }

    @Test
    @Order(1)
    void theOfficeSeesOnTheBoardWhoHasNotReported() {
        var page = as("vanphong");
        go(page, BOARD);

        assertThat(page.locator("h1")).containsText("tháng 11/2018");
        assertThat(page.locator(".gb-cycle")).containsText("11/12");
        assertThat(page.locator("main")).containsText("Vực Trầu");
    }

    @Test
    @Order(2)
    void theLateUnitFillsItsWorkbookInLibreOfficeAndSendsIt() throws IOException {
        var page = as("xa12");
        go(page, RETURN);
        var download = page.waitForDownload(
                () -> page.locator("a[href$='/workbook']").first().click());
        var filled = Office.convert(filled(bytes(download)), "xlsx", "xlsx");
        workbook = Files.write(Files.createTempDirectory("giaoban-story-").resolve("SL-12-2018-10.xlsx"), filled);

        upload(page);

        go(page, RETURN);
        assertThat(page.locator(".gb-title .gb-state").first()).containsText("gửi");
        assertThat(page.locator("[name='v.TC17']")).hasValue("2");
    }

    @Test
    @Order(3)
    void theSameFileTwiceChangesNothing() {
        var page = as("xa12");
        go(page, RETURN + "/versions");
        var before = page.locator("main").innerText();
        var office = as("vanphong");
        go(office, "/returns?period=2018-10");
        office.locator("form[action='/returns/import'] input[type=file]").setInputFiles(workbook);
        office.locator("form[action='/returns/import'] button[type=submit]").click();
        office.waitForLoadState();
        assertThat(office.locator("main")).containsText("SL-12-2018-10.xlsx");

        go(page, RETURN + "/versions");
        assertThat(page.locator("main").innerText()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void theBoardAddsUpTheRowsAndOpensThemDownToTheCell() {
        morningOfTheBriefing();
        var page = as("vanphong");
        go(page, BOARD);

        assertThat(page.locator(".gb-cycle")).containsText("12/12");
        var admitted = figure(page, "Đảng viên mới kết nạp");
        assertThat(admitted.innerText().strip())
                .isEqualTo(StoryRows.flowToOctober("TC17", 2018).toPlainString());
        assertThat(row(page, "Đảng viên mới kết nạp"))
                .containsText(StoryRows.plan("TC17", 2018).toPlainString());
        picture(page, "board");

        admitted.click();
        page.waitForLoadState();
        assertThat(page.locator("main")).containsText("Bến Lam");
        page.locator("main details:has(a[href='" + RETURN + "']) > summary")
                .first()
                .click();
        page.locator("main a[href='" + RETURN + "']").first().click();
        page.waitForLoadState();
        assertThat(page.locator("[name='v.TC17']")).hasValue("2");
    }

    @Test
    @Order(5)
    void theMeetingOpensWithWhatIsNotDoneAndEndsInTasks() {
        var page = as("vanphong");
        go(page, BOARD);
        page.locator(".gb-actions a", new Page.LocatorOptions().setHasText("hội nghị"))
                .last()
                .click();
        page.waitForLoadState();
        meeting = page.url()
                .replaceAll("^https?://[^/]+", "")
                .replaceAll("[?#].*", "")
                .replaceAll("/run$", "");
        if (!page.url().contains("/run")) {
            page.getByRole(AriaRole.BUTTON, named("Bắt đầu hội nghị")).first().click();
            page.waitForLoadState();
        }
        go(page, meeting + "/run");

        assertThat(page.locator("main")).containsText("Sáp nhập văn phòng cấp ủy");
        page.locator("#roll form[action$='/presence/rest'] button").click();
        assertThat(page.locator("#roll form[action$='/presence/rest']")).hasCount(0);
        conclude(page, "Quyết định lấy tháng 11 là tháng cao điểm về môi trường nông thôn", "DECISION", true);
        conclude(page, INTERNAL, "INFORMATION", false);
        assign(page);
        picture(page, "meeting");

        go(page, meeting + "/close");
        assertThat(page.locator("main")).containsText(ORDER);
        page.getByRole(AriaRole.BUTTON, named("Kết thúc, khóa biên bản, giao việc"))
                .click();
        page.waitForLoadState();
        go(page, meeting + "/minutes");
        assertThat(page.locator("main")).containsText(ORDER);
    }

    @Test
    @Order(6)
    void aUnitTakesItsTaskReportsItWithProofAndTheOfficeConfirms() {
        var commune = as("bithu05");
        go(commune, "/tasks?view=mine");
        commune.locator("main a", new Page.LocatorOptions().setHasText(ORDER))
                .first()
                .click();
        commune.waitForLoadState();
        var task = commune.url();
        commune.locator("form[action$='/accept'] button").click();
        commune.waitForLoadState();
        commune.locator("#f-proof").fill("Danh sách 23 hộ đã niêm yết tại nhà văn hóa các thôn");
        commune.locator("form[action$='/report'] button[type=submit]").click();
        commune.waitForLoadState();

        var office = as("vanphong");
        office.navigate(task);
        assertThat(office.locator("main")).containsText("Danh sách 23 hộ");
        office.locator("form[action$='/confirm'] button").click();
        office.waitForLoadState();
        assertThat(office.locator(".gb-title .gb-state").first()).containsText("Đã xong");
    }

    @Test
    @Order(7)
    void theConclusionNoticeLeavesInTheOfficialLayout() {
        var page = as("vanphong");
        go(page, meeting + "/minutes");
        go(page, meeting);
        page.locator("form[action$='/notice'] button").first().click();
        page.waitForLoadState();
        go(page, meeting + "/minutes");
        page.locator("main a[href^='/documents/']").first().click();
        page.waitForLoadState();

        var text = Office.text(
                bytes(page.waitForDownload(
                        () -> page.locator(".gb-actions a[download]").click())),
                "docx");

        assertThat(squeezed(text))
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM")
                .contains("-TB/HU")
                .contains("Phó Bí thư Thường trực")
                .contains("Lập danh sách hộ chưa đạt tiêu chí")
                .contains("25/11/2018")
                .contains("Nơi nhận");
    }

    @Test
    @Order(8)
    void theConsolidatedReportAndWorkbookCarryTheSameFigures() {
        var page = as("vanphong");
        go(page, "/board/SL/2018-11/report?span=year");
        page.locator("form.gb-confirm button[type=submit]").click();
        page.waitForLoadState();
        if (page.locator(".gb-actions a[download]").count() == 0) {
            page.locator("main a[href^='/documents/']").first().click();
            page.waitForLoadState();
        }
        var report = squeezed(Office.text(
                bytes(page.waitForDownload(
                        () -> page.locator(".gb-actions a[download]").click())),
                "docx"));
        var admitted = StoryRows.flowToOctober("TC17", 2018).toPlainString();
        assertThat(report).contains("-BC/HU").containsPattern("Đảng viên mới kết nạp.{0,80}\\b" + admitted + "\\b");

        go(page, "/board/SL/2018-11/report?span=year");
        var workbook = bytes(page.waitForDownload(
                () -> page.locator("a[href*='/workbook']").first().click()));
        assertThat(recalculated(workbook, "TC17")).contains(admitted);
    }

    @Test
    @Order(9)
    void theArticleIsDraftedFromTheMeetingApprovedByASecondPersonAndReadByAVisitor() {
        var editor = as("bientap");
        go(editor, "/articles");
        var id = meeting.substring(meeting.lastIndexOf('/') + 1);
        editor.locator("form[action='/articles/from-meeting/" + id + "'] button")
                .click();
        editor.waitForLoadState();
        var draft = editor.url().replaceAll("/edit.*", "");
        editor.navigate(draft);
        assertThat(editor.locator("main")).containsText("Phó Bí thư Thường trực");
        assertThat(editor.locator("main")).not().containsText(INTERNAL);
        editor.locator("form[action$='/submit'] button").click();
        editor.waitForLoadState();

        var visitor = Browsers.context(1440);
        open.add(visitor);
        var approver = as("duyet");
        approver.navigate(draft);
        approver.locator(".gb-actions a[href$='/publish']").click();
        approver.waitForLoadState();
        approver.locator("form.gb-confirm button[type=submit]").click();
        approver.waitForLoadState();
        approver.navigate(draft);
        article = approver.locator(".gb-actions a[href^='/tin/']").getAttribute("href");

        var page = visitor.newPage();
        go(page, "/");
        assertThat(page.locator("body")).containsText("tháng 11/2018");
        go(page, article);
        assertThat(page.locator("article h1")).containsText("11/2018");
        assertThat(page.locator("article")).containsText("Quyết định lấy tháng 11 là tháng cao điểm");
        assertThat(page.locator("body")).not().containsText(INTERNAL);
        var admitted = StoryRows.inOctober("TC17").toPlainString();
        var bound = page.locator(
                "article a[href^='/so-lieu/']",
                new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + admitted + "\\s*$")));
        bound.first().click();
        assertThat(page.locator("#passport")).containsText(admitted);
        assertThat(page.locator("#passport")).containsText("12");
        page.keyboard().press("Escape");
        picture(page, "article");
    }

    @Test
    @Order(10)
    void theNextMonthStartsWithWhatIsNotDone() {
        var page = as("vanphong");
        go(page, "/board/SL/2018-12?span=year");
        page.locator(".gb-actions a", new Page.LocatorOptions().setHasText("hội nghị"))
                .last()
                .click();
        page.waitForLoadState();
        page.fill("[name=date]", "2018-12-04");
        page.fill("[name=time]", "07:30");
        page.fill("[name=place]", "Hội trường Huyện ủy");
        page.locator("form[action='/meetings'] button[type=submit]").click();
        page.waitForLoadState();

        assertThat(page.locator("main")).containsText("tự động từ");
        page.locator("main nav a", new Page.LocatorOptions().setHasText("Việc chưa xong"))
                .click();
        page.waitForLoadState();
        assertThat(page.locator("main")).containsText(ORDER);
    }

    @Test
    @Order(11)
    void theBoardIsReadableOnAPhone() {
        var context = Browsers.context(390);
        open.add(context);
        var page = Browsers.logIn(context, port, "vanphong", PASSWORD);
        go(page, BOARD);
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).isZero();
        picture(page, "phone");
    }

    private void upload(Page page) {
        page.locator("form[action$='/workbook'] input[type=file]").setInputFiles(workbook);
        page.locator("form[action$='/workbook'] button[type=submit]").click();
        page.waitForLoadState();
        assertThat(page.locator("main")).not().containsText("bị từ chối");
    }

    private void morningOfTheBriefing() {
        clock.startAt(Instant.parse("2018-11-02T00:20:00Z"));
    }

    private void conclude(Page page, String text, String kind, boolean open) {
        var form = lastItem(page);
        form.locator("textarea[name=text]").fill(text);
        if (open) {
            form.locator("input[name=open]").check();
        }
        form.locator("button[value=" + kind + "]").click();
        page.waitForLoadState();
        go(page, meeting + "/run");
        assertThat(page.locator("main")).containsText(text);
    }

    /** One order to four units: first refused while vague, then complete. */
    private void assign(Page page) {
        var form = lastItem(page);
        form.locator("textarea[name=text]").fill(ORDER);
        form.locator("input[name=open]").check();
        form.locator("button[value=task]").click();
        page.waitForLoadState();
        var units = List.of("Khe Sậy", "Rú Mây", "Truông Giang", "Vực Trầu");
        for (var unit : units) {
            page.locator("#f-units label", new Page.LocatorOptions().setHasText(unit))
                    .click();
        }
        page.locator("main form button.btn-primary[type=submit]").click();
        page.waitForLoadState();
        assertThat(page.locator(".gb-errors, .gb-error").first()).isVisible();

        page.locator("[name=post]").selectOption("BI_THU");
        page.locator("[name=due]").fill("2018-11-25");
        page.locator("[name=measure]").fill("Danh sách hộ có chữ ký của thôn, mỗi hộ một người giúp");
        page.locator("[name=product]").fill("Danh sách hộ đã có người giúp");
        page.locator("main form button.btn-primary[type=submit]").click();
        page.waitForLoadState();
        go(page, meeting + "/run");
        assertThat(page.locator("main")).containsText(ORDER);
    }

    private static Locator lastItem(Page page) {
        var folds = page.locator(
                "details.gb-fold", new Page.LocatorOptions().setHas(page.locator("form[action$='/conclusions']")));
        var last = folds.last();
        last.locator("summary").click();
        return last.locator("form");
    }

    private static Locator row(Page page, String indicator) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(indicator))
                .first();
    }

    private static Locator figure(Page page, String indicator) {
        return row(page, indicator).locator("a.gb-fig").first();
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

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** The pictures of the README are taken here: run with {@code -Dstory.pictures=docs/img}. */
    private static void picture(Page page, String name) {
        var folder = Path.of(System.getProperty("story.pictures", "app/target/story"));
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    private static byte[] bytes(Download download) {
        try (var stream = download.createReadStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a clerk types into the cells, by the names of the cells. */
    private static byte[] filled(byte[] empty) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(empty));
                var out = new ByteArrayOutputStream()) {
            for (var line : StoryRows.of("returns/2018-10-late.csv", "SL-12")) {
                type(workbook, "gb_v_" + line.get("indicator"), line.get("value"));
                type(workbook, "gb_n_" + line.get("indicator"), line.get("numerator"));
                type(workbook, "gb_d_" + line.get("indicator"), line.get("denominator"));
                type(workbook, "gb_r_" + line.get("indicator"), line.get("reason"));
            }
            type(workbook, "gb_s_results", "Ba thôn đã họp bàn việc thu gom rác; kết nạp thêm hai đảng viên.");
            type(workbook, "gb_s_difficulties", "Trời mưa kéo dài, việc làm nhà văn hóa thôn chậm lại.");
            type(workbook, "gb_s_next", "Hoàn thành bản phân công giúp hộ nghèo sửa nhà.");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void type(XSSFWorkbook workbook, String name, String text) {
        var found = workbook.getName(name);
        if (found == null || text == null || text.isBlank()) {
            return;
        }
        var at = new CellReference(found.getRefersToFormula());
        var row = workbook.getSheet(at.getSheetName()).getRow(at.getRow());
        var cell = row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            cell.setCellValue(new BigDecimal(text).doubleValue());
        } else {
            cell.setCellValue(text);
        }
    }

    /** The line of an indicator after LibreOffice has recalculated every sheet. */
    private static String recalculated(byte[] workbook, String indicator) {
        var csv = new String(
                Office.convert(workbook, "xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"),
                StandardCharsets.UTF_8);
        return csv.lines().filter(line -> line.contains(indicator)).findFirst().orElse("");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
