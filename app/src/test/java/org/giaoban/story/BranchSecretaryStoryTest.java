package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.story.Screens.SOON;
import static org.giaoban.story.Screens.named;
import static org.giaoban.story.Screens.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** One branch meeting on its secretary's phone, from the roster to the score; every page fits the screen and the thumb. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BranchSecretaryStoryTest {

    private static final int PHONE = 390;
    private static final String BRANCH = "SL-12-CB2";
    private static final String TASK = "Dựng biển báo đập Hói sâu, cấm tắm";

    /** What can be touched and is lower than a fingertip; words inside a sentence are not meant. */
    private static final String TOO_SMALL = """
            [...document.querySelectorAll('main button, main a.btn, .gb-pdo a, main summary, main select, .gb-tabs a, '
                + 'main .form-check, main input:not([type=hidden]):not([type=checkbox]):not([type=radio])')]
              .filter(one => one.offsetParent !== null && getComputedStyle(one).visibility !== 'hidden'
                && !one.closest('.gb-hide') && !one.classList.contains('gb-hide'))
              .filter(one => one.getBoundingClientRect().height < 39.5 && one.getBoundingClientRect().width > 1)
              .map(one => one.outerHTML.slice(0, 120) + ' ' + one.getBoundingClientRect().height)""";

    @LocalServerPort
    private int port;

    @Autowired
    private StoryClock clock;

    private Screens screens;
    private Page phone;
    private String meeting = "";

    @BeforeAll
    void logIn() {
        screens = new Screens(port);
        phone = screens.as("chibo02", PHONE);
    }

    @AfterAll
    void leave() {
        screens.close();
    }

    @Test
    @Order(1)
    void theRosterTakesAnAbsenceWithItsPlaceAndReason() {
        go("/members/" + BRANCH);
        assertThat(phone.locator("main")).containsText("11 đảng viên, 9 người phải dự sinh hoạt");
        press(phone, "Phạm Văn Lợi");
        var away = phone.locator("details", new Page.LocatorOptions().setHas(phone.locator("form[action$='/away']")));
        away.locator("summary").click();
        away.locator("[name=kind]").selectOption("ILL");
        away.locator("[name=place]").fill("Bệnh viện tỉnh");
        away.locator("[name=reason]").fill("mổ mắt");
        away.locator("[name=from]").fill("2018-10-29");
        fits();
        away.locator("button[type=submit]").click();
        phone.waitForLoadState();
        assertThat(phone.locator("main")).containsText("Bệnh viện tỉnh");

        go("/members/" + BRANCH);
        assertThat(phone.locator("tr", named("Phạm Văn Lợi"))).containsText("mổ mắt");
        assertThat(phone.locator("main")).containsText("9 người phải dự sinh hoạt");
    }

    @Test
    @Order(2)
    void theMeetingIsPlannedFromItsTemplateAndTheMembersAreToldOfIt() {
        go("/meetings");
        press(phone, "Lên lịch họp");
        fits();
        phone.fill("[name=date]", "2018-11-05");
        assertThat(phone.locator("[name=time]")).hasValue("19:30");
        assertThat(phone.locator("[name=place]")).hasValue("Nhà văn hóa thôn Hói Lau");
        phone.locator("form[action='/meetings'] button[type=submit]").click();
        phone.waitForLoadState();
        meeting = Screens.path(phone);
        assertThat(phone.locator("h1")).containsText("Sinh hoạt thường kỳ tháng 11/2018");
        assertThat(phone.locator(".gb-agenda [name=title]").first()).hasValue("Việc chưa xong từ kỳ trước");
        fits();

        go(meeting + "/invitation");
        press(phone, "Gửi giấy mời");
        assertThat(phone.locator("main")).containsText("Đã xem 1/10");
        fits();
    }

    @Test
    @Order(3)
    void theRollTellsAtOnceWhetherTheMeetingMayBegin() {
        clock.startAt(Instant.parse("2018-11-05T12:30:00Z"));
        go(meeting);
        press(phone, "Bắt đầu hội nghị");
        press(phone, "Điện thoại");
        assertThat(phone.locator("#roll"))
                .containsText(
                        "0 trên 9 người có quyền biểu quyết đang có mặt; cần quá 1/2, tức từ 5 người: còn thiếu 5.");
        for (var name : List.of("Võ Thị Lài", "Đậu Văn Tiến", "Nguyễn Thị Thơm", "Hà Văn Quyết")) {
            tick(name);
        }
        assertThat(phone.locator("#roll")).containsText("còn thiếu 1.");
        tick("Lê Thị Bình");
        assertThat(phone.locator("#roll")).containsText("Đủ số để họp");

        var ill = phone.locator(".gb-prow", named("Phạm Văn Lợi"));
        ill.locator("summary").click();
        ill.locator("[name=reason]").fill("mổ mắt ở bệnh viện tỉnh");
        fits();
        ill.locator("button[value=EXCUSED]").click();
        assertThat(ill).containsText("Vắng có lý do: mổ mắt ở bệnh viện tỉnh", SOON);
        var far = phone.locator(".gb-prow", named("Bạch Văn Nam"));
        far.locator("summary").click();
        far.locator("button[value=ONLINE]").click();
        assertThat(far).containsText("Trực tuyến 19:3", SOON);
        press(phone, "Những người còn lại có mặt");
        assertThat(phone.locator("#roll")).containsText("Có mặt 8 · trực tuyến 1 · vắng có lý do 1 · vắng 0", SOON);
        assertThat(phone.locator("#roll")).containsText("8 trên 9 người có quyền biểu quyết đang có mặt");
        fits();
    }

    @Test
    @Order(4)
    void threeSpeakAndTheNotesKeepThemselves() {
        go(meeting + "/pocket?tab=agenda");
        phone.locator(".gb-run-list a").nth(3).click();
        phone.waitForLoadState();
        phone.locator("textarea.gb-notes").click();
        phone.locator("textarea.gb-notes").pressSequentially("Bàn việc trẻ em tắm ở đập Hói.");
        assertThat(phone.locator("[data-saving]")).containsText("Đã lưu", SOON);
        fits();
        for (var name : List.of("Hà Văn Quyết", "Lê Thị Bình", "Cù Thị Hoa")) {
            go(meeting + "/pocket?tab=floor");
            phone.locator("#floor details > summary").first().click();
            var who = phone.locator("#floor [name=attendee]");
            who.selectOption(who.locator("option", new Locator.LocatorOptions().setHasText(name))
                    .getAttribute("value"));
            press(phone, "Thêm vào danh sách");
            press(phone, "Mời phát biểu " + name);
            press(phone, "Dừng");
        }
        assertThat(phone.locator("#floor")).containsText("(3 lượt)");
    }

    @Test
    @Order(5)
    void aConclusionBecomesATaskOfTheBranch() {
        go(meeting + "/pocket?tab=conclusions");
        phone.locator("textarea[name=text]").fill(TASK);
        phone.locator("button[value=task]").click();
        phone.waitForLoadState();
        fits();
        phone.locator("[name=units]").first().check();
        phone.locator("[name=post]").selectOption("CHI_UY_VIEN");
        phone.fill("[name=due]", "2018-11-20");
        phone.fill("[name=measure]", "Hai biển báo, ảnh chụp tại đập");
        phone.fill("[name=product]", "Ảnh chụp, danh sách");
        press(phone, "Lưu kết luận");
        assertThat(phone.locator("main")).containsText(TASK);
        assertThat(phone.locator("main")).containsText("20/11/2018");
        fits();

        clock.startAt(Instant.parse("2018-11-05T14:05:30Z"));
        press(phone, "Đọc lại, kết thúc");
        assertThat(phone.locator("main")).containsText("Sẽ giao 1 nhiệm vụ");
        fits();
        press(phone, "Kết thúc, khóa biên bản, giao việc");
    }

    @Test
    @Order(6)
    void theMinutesAreReadOutAdoptedAndSignedOnThePhone() {
        go(meeting + "/minutes");
        assertThat(phone.locator("main")).containsText("Dựng biển báo đập Hói sâu");
        phone.locator("[name=hours]").selectOption("0");
        press(phone, "Đọc biên bản, lấy ý kiến");
        press(phone, "Thông qua, vào sổ");
        assertThat(phone.locator("#steps")).containsText("số 1 năm 2018");
        for (var role : List.of("SECRETARY", "CHAIR")) {
            var form = phone.locator("form:has([value=" + role + "])");
            form.locator("[name=password]").fill("giaoban-2018");
            form.locator("button").click();
            phone.waitForLoadState();
        }
        assertThat(phone.locator(".gb-title .gb-state").first()).containsText("Đã khóa");
        fits();
    }

    /** 16 for 8 of 9 present, 10 for 95 minutes, 7 for 3 of 8 who spoke, 10 for one clear conclusion, 10 for three earlier tasks. */
    @Test
    @Order(7)
    void theSheetAddsUpToEightyFive() {
        go(meeting);
        press(phone, "Chấm điểm");
        phone.locator("#self > summary").click();
        fits();
        Map.of("cb-noi-dung", "8", "cb-thong-bao", "4", "th-trinh-tu", "12", "th-phe-binh", "8")
                .forEach((line, points) -> phone.fill("#self [name='p." + line + "']", points));
        press(phone, "Gửi điểm tự chấm");

        assertThat(phone.locator("[data-total]")).hasText("85");
        measured("du-hop", "16", "8/9 đảng viên dự");
        measured("th-thoi-gian", "10", "95");
        measured("th-phat-bieu", "7", "3/8");
        measured("kt-ro", "10", "1/1");
        measured("kt-viec-cu", "10", "3/3");
        fits();
    }

    private void measured(String line, String points, String why) {
        var row = phone.locator("tr[data-line='" + line + "']");
        assertThat(row.locator("td").nth(1)).hasText(points);
        assertThat(row.locator(".gb-why").first()).containsText(why);
    }

    private void tick(String name) {
        var row = phone.locator(".gb-prow", named(name));
        row.locator("[data-tick]").click();
        assertThat(row).containsText("Có mặt 19:3", SOON);
    }

    private void go(String path) {
        screens.go(phone, path);
        fits();
    }

    /** Nothing is cut off at the side, nothing is too small to be touched. */
    private void fits() {
        var wider = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue()).as(phone.url()).isZero();
        assertThat((List<?>) phone.evaluate(TOO_SMALL)).as(phone.url()).isEmpty();
    }
}
