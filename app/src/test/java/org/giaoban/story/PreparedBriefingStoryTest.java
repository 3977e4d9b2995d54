package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.story.Screens.SOON;
import static org.giaoban.story.Screens.named;
import static org.giaoban.story.Screens.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One briefing from the draft its series makes to the notice of its conclusions and the draft after it, by clicks alone. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreparedBriefingStoryTest {

    private static final String PASSWORD = "giaoban-2018";
    private static final String TOPIC = "Bãi rác liên xã phía thượng nguồn";
    private static final String VAGUE = "Tiếp tục đẩy mạnh thu gom rác thải";
    private static final FilePayload PAPER = new FilePayload(
            "phuong-an.pdf", "application/pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    @LocalServerPort
    private int port;

    @Autowired
    private StoryClock clock;

    private Screens screens;
    private Page office;
    private Page commune;
    private String meeting = "";

    @BeforeAll
    void logIn() {
        screens = new Screens(port);
        office = screens.as("vanphong");
        commune = screens.as("bithu03");
    }

    @AfterAll
    void leave() {
        screens.close();
    }

    @Test
    @Order(1)
    void theSeriesMakesTheDraftAndNobodyElseSeesIt() {
        screens.go(office, "/board/SL/2018-12?span=year");
        press(office, "Chuẩn bị hội nghị");
        assertThat(office.locator("[name=date]")).hasValue("2018-12-06");
        assertThat(office.locator("[name=place]")).hasValue("Hội trường Huyện ủy Sông Lam");
        office.fill("[name=proposals]", "2018-11-27T17:00");
        office.fill("[name=minutes]", "165");
        office.locator("form[action='/meetings'] button[type=submit]").click();
        office.waitForLoadState();
        meeting = Screens.path(office);

        assertThat(office.locator("h1")).containsText("Giao ban tháng 12/2018");
        assertThat(office.locator("main")).containsText("06/12/2018 07:30");
        assertThat(office.locator("[name=title]").first()).hasValue("Việc chưa xong từ kỳ trước");
        assertThat(office.locator(".gb-agenda tbody tr")).hasCount(6);
        screens.go(office, meeting + "?tab=invited");
        assertThat(office.locator("main")).containsText("Phùng Bá Lạc");
        assertThat(office.locator("main")).not().containsText("Lê Văn Thuận");
        assertThat(commune.navigate("http://localhost:" + port + meeting).status())
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void theNoticeGoesOutAndOneOfTheInvitedIsShownAsHavingSeenIt() {
        screens.go(office, meeting);
        press(office, "Giấy mời");
        press(office, "Gửi giấy mời");
        assertThat(office.locator("main")).containsText("Đã xem 0/");

        screens.go(commune, "/inbox");
        press(commune, "Mời dự Giao ban tháng 12/2018");
        press(commune, "Giấy mời");
        press(commune, "Sẽ dự");

        screens.go(office, meeting + "/invitation");
        assertThat(office.locator("main")).containsText("Đã xem 1/");
        assertThat(office.locator("tr", named("Phạm Văn Ảnh"))).containsText("01/11/2018");
        assertThat(office.locator("tr", named("Phạm Văn Ảnh"))).containsText("Sẽ dự");
        assertThat(office.locator("tr", named("Trần Thị Ẩm"))).containsText("chưa xem");
    }

    @Test
    @Order(3)
    void aUnitProposesAnItemTheOfficeTakesItAndAddsAPaper() {
        screens.go(commune, meeting);
        press(commune, "Đề xuất nội dung");
        commune.fill("[name=title]", TOPIC);
        commune.fill("[name=presenter]", "Bí thư Đảng ủy xã Cồn Soi");
        commune.fill("[name=minutes]", "15");
        commune.fill("[name=outcome]", "Chọn vị trí, giao cơ quan đo tác động môi trường");
        commune.locator("[name=paper]").setInputFiles(PAPER);
        press(commune, "Gửi đề xuất");
        assertThat(commune.locator(".gb-item", named(TOPIC))).containsText("Chờ văn phòng xem");

        screens.go(office, meeting + "/topics");
        press(office, "Đưa vào chương trình " + TOPIC);
        press(office, "Tài liệu");
        office.fill("[name=title]", "Báo cáo công tác tháng 11");
        office.locator("[name=file]").setInputFiles(PAPER);
        press(office, "Lưu tài liệu");

        screens.go(commune, meeting + "/topics");
        assertThat(commune.locator(".gb-item", named(TOPIC))).containsText("Đã vào chương trình");
        press(commune, "Tài liệu");
        var paper = commune.waitForDownload(
                () -> commune.getByText("Báo cáo công tác tháng 11").click());
        assertThat(paper.suggestedFilename()).endsWith(".pdf");
    }

    @Test
    @Order(4)
    void theMorningBeginsWithTheRollAndNotesThatKeepThemselves() {
        clock.startAt(Instant.parse("2018-12-06T00:25:00Z"));
        screens.go(office, meeting);
        press(office, "Bắt đầu hội nghị");
        screens.go(commune, meeting + "/here");
        screens.go(office, meeting + "/screen");
        commune.fill("[name=code]", office.locator(".gb-wall-code").innerText());
        press(commune, "Tôi có mặt");
        assertThat(commune.locator("#seat")).containsText("Có mặt");

        screens.go(office, meeting + "/run");
        assertThat(office.locator(".gb-prow", named("Phạm Văn Ảnh"))).containsText("Có mặt");
        var ill = office.locator(".gb-prow", named("Ngô Thị Êm"));
        ill.locator("summary").click();
        ill.locator("[name=reason]").fill("nằm viện");
        ill.locator("button[value=EXCUSED]").click();
        assertThat(ill).containsText("Vắng có lý do: nằm viện", SOON);
        office.locator("#roll form[action$='/presence/rest'] button").click();
        assertThat(office.locator("#roll")).containsText("chưa điểm danh 0", SOON);

        press(office, "Bắt đầu mục này");
        office.locator("textarea.gb-notes").click();
        office.locator("textarea.gb-notes").pressSequentially("Văn phòng nêu bốn việc chưa xong.");
        assertThat(office.locator("[data-saving]")).containsText("Đã lưu", SOON);
    }

    @Test
    @Order(5)
    void aVagueConclusionIsMarkedAndMendedByOneClick() {
        lastItem();
        var jot = jot();
        jot.locator("textarea[name=text]").click();
        jot.locator("textarea[name=text]").pressSequentially(VAGUE);
        assertThat(jot.locator("mark").first()).hasText(Pattern.compile("tiếp tục", Pattern.CASE_INSENSITIVE));
        assertThat(jot).containsText("Ai làm? Bao giờ xong?");
        jot.locator(".gb-ideas:has-text('Bao giờ xong?') button").first().click();
        assertThat(jot.locator("textarea[name=text]")).hasValue(Pattern.compile(VAGUE + "; trước ngày .+\\."));
        assertThat(jot.locator(".gb-marks")).not().containsText("Bao giờ xong?", SOON);

        jot.locator("button[value=task]").click();
        office.waitForLoadState();
        office.locator("#f-units label", named("Cồn Soi")).click();
        office.locator("[name=post]").selectOption("BI_THU");
        office.fill("[name=due]", "2018-12-13");
        office.fill("[name=measure]", "Danh sách hộ đã ký thu gom, ảnh điểm tập kết");
        office.fill("[name=product]", "Ảnh chụp, danh sách");
        press(office, "Lưu kết luận");
        assertThat(office.locator("#conclusions")).containsText(VAGUE);
        assertThat(office.locator("#conclusions")).containsText("13/12/2018");
    }

    @Test
    @Order(6)
    void theCloseGivesTheTasksAndDrawsTheMinutesUp() {
        clock.startAt(Instant.parse("2018-12-06T03:05:00Z"));
        screens.go(office, meeting + "/run");
        press(office, "Đọc lại, kết thúc");
        assertThat(office.locator("main")).containsText("Sẽ giao 1 nhiệm vụ");
        press(office, "Kết thúc, khóa biên bản, giao việc");
        screens.go(commune, "/tasks?view=mine");
        assertThat(commune.locator("main")).containsText(VAGUE);
    }

    @Test
    @Order(7)
    void theMinutesAreReadOutRemarkedOnAdoptedSignedAndLocked() {
        screens.go(office, meeting + "/minutes");
        press(office, "Đọc biên bản, lấy ý kiến");
        screens.go(commune, meeting + "/minutes");
        commune.fill("[name=text]", "Xã Cồn Soi đề nghị ghi rõ hai phương án.");
        press(commune, "Gửi ý kiến");
        screens.go(office, meeting + "/minutes");
        press(office, "Tiếp thu");
        clock.startAt(Instant.parse("2018-12-07T04:00:00Z"));
        screens.go(office, meeting + "/minutes");
        press(office, "Thông qua, vào sổ");
        assertThat(office.locator("#steps")).containsText("số 3 năm 2018");
        for (var signer : List.of(office, screens.as("thuongtruc"))) {
            screens.go(signer, meeting + "/minutes").fill("[name=password]", PASSWORD);
            signer.locator("form[action$='/sign'] button").click();
            signer.waitForLoadState();
        }

        screens.go(office, meeting + "/minutes");
        assertThat(office.locator(".gb-title .gb-state").first()).containsText("Đã khóa");
        assertThat(Screens.words(screens.download(office, meeting + "/minutes.docx")))
                .contains("03-BB/HU", VAGUE, TOPIC, "nằm viện");
    }

    @Test
    @Order(8)
    void theNoticeLeavesUnderItsNumberAndOpensInTheOfficeProgram() {
        screens.go(office, meeting + "/minutes");
        press(office, "Phát hành thông báo kết luận");
        screens.go(office, meeting + "/minutes");
        assertThat(office.locator("#notice")).containsText("03-TB/HU");
        office.locator("#notice a[href^='/documents/']").click();
        office.waitForLoadState();
        var file = office.waitForDownload(
                () -> office.locator(".gb-actions a[download]").first().click());

        assertThat(Screens.words(Screens.bytes(file)))
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "03-TB/HU", "Phó Bí thư Thường trực", "Nơi nhận")
                .contains("Tiếp tục đẩy mạnh thu gom rác", "Cồn Soi (Bí thư)", "13/12/2018", "điểm tập kết");
    }

    @Test
    @Order(9)
    void theNextBriefingIsDraftedWithoutTypingAUnitsName() {
        screens.go(office, meeting);
        press(office, "Soạn kỳ họp sau");

        assertThat(office.locator("h1")).containsText("Giao ban tháng 1/2019");
        var january = Screens.path(office);
        screens.go(office, january + "?tab=carried");
        assertThat(office.locator("main")).containsText(VAGUE);
    }

    private void lastItem() {
        screens.go(office, meeting + "/run");
        office.locator(".gb-run-list a").last().click();
        office.waitForLoadState();
    }

    private Locator jot() {
        var fold = office.locator(
                "#conclusions details",
                new Page.LocatorOptions().setHas(office.locator("form[action$='/conclusions']")));
        fold.locator("summary").click();
        return fold.locator("form");
    }
}
