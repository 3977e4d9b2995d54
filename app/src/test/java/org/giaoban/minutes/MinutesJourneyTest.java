package org.giaoban.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.Period;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.Office;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The minutes of the November briefing from the closing to an addition, and who sees what of them. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MinutesJourneyTest {

    private static final String PASSWORD = "giaoban-2018";
    private static final String SECRET = "Công nhận kết quả thẩm tra lý lịch hai cán bộ";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MinutesRepository minutes;

    @Autowired
    private RemarkRepository remarks;

    @Autowired
    private Organization organization;

    @Autowired
    private StoryClock clock;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    private MeetingId november;

    @BeforeEach
    void findNovember() {
        november = meetings.forPeriod(organization.idOf("SL"), Period.month(2018, 11))
                .orElseThrow()
                .id();
    }

    @Test
    @Order(1)
    void closingDrawsTheMinutesUp() {
        clock.startAt(Instant.parse("2018-11-02T00:30:00Z"));
        post("vanphong", "/open");
        var items = meetings.agenda(november);
        transaction.executeWithoutResult(status -> db.execute(
                "update meetings.item set reach = 'RESTRICTED' where id = ?",
                items.get(2).id()));
        conclude(items.get(2).id(), "DECISION", SECRET, true);
        conclude(items.getLast().id(), "DECISION", "Thông qua báo cáo tháng 10", true);
        conclude(items.getLast().id(), "INFORMATION", "Nhắc nhở riêng hai xã", false);
        post("vanphong", "/presence/rest");
        assertThat(post("vanphong", "/close")).hasStatus3xxRedirection();

        var known = minutes.find(november).orElseThrow();
        assertThat(known.state()).isEqualTo(MinutesState.DRAFT);
        assertThat(known.secretary().name()).isEqualTo("Đinh Thị Mai An");
        assertThat(minutes.sections(november))
                .extracting(Section::heading)
                .contains("Thời gian, địa điểm", "Thành phần");
        assertThat(get("vanphong", "/minutes")).bodyText().contains(SECRET, "Dự thảo", "phút từ khi bế mạc");
    }

    @Test
    @Order(2)
    void whatIsRestrictedNeverLeaves() {
        assertThat(get("bithu03", "/minutes"))
                .hasStatusOk()
                .bodyText()
                .contains("1 mục hạn chế không hiển thị")
                .doesNotContain(SECRET);
        assertThat(get("thuongtruc", "/minutes")).bodyText().contains(SECRET);
        assertThat(words("bithu03", "/minutes.docx", "docx")).doesNotContain(SECRET);
        assertThat(words("vanphong", "/minutes.docx", "docx")).contains(SECRET, "BIÊN BẢN", "ĐẢNG CỘNG SẢN VIỆT NAM");
        assertThat(words("chanhvp", "/notice.docx", "docx"))
                .contains("Thông qua báo cáo tháng 10", "Nhắc nhở riêng hai xã")
                .doesNotContain(SECRET);
        assertThat(words("chanhvp", "/notice-public.docx", "docx"))
                .contains("Thông qua báo cáo tháng 10")
                .doesNotContain(SECRET, "Nhắc nhở riêng hai xã");
        assertThat(meetings.report(november).outcomes())
                .filteredOn(one -> one.text().equals(SECRET))
                .allMatch(one -> !one.open());
    }

    @Test
    @Order(3)
    void twoWhoWriteOneSectionLoseNothing() {
        assertThat(post("vanphong", "/minutes/sections/1", "version", "0", "text", "Bản một"))
                .hasStatus3xxRedirection();
        assertThat(post("chanhvp", "/minutes/sections/1", "version", "0", "text", "Bản hai"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Bản một", "Bản hai", "vừa được người khác sửa");
    }

    @Test
    @Order(4)
    void attendeesRemarkUntilTheDeadlineAndEveryRemarkIsAnswered() {
        assertThat(post("bithu03", "/minutes/remarks", "section", "1", "text", "sớm"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(post("vanphong", "/minutes/read-out", "hours", "24")).hasStatus3xxRedirection();
        assertThat(post("bithu03", "/minutes/remarks", "section", "1", "text", " "))
                .hasStatus(422);
        assertThat(post("bithu03", "/minutes/remarks", "section", "1", "text", "Giờ bế mạc ghi chưa đúng"))
                .hasStatus3xxRedirection();
        assertThat(post("bithu04", "/minutes/remarks", "section", "1", "text", "Thiếu tên tôi"))
                .hasStatus3xxRedirection();
        assertThat(post("vanphong", "/minutes/adopt")).hasStatus(HttpStatus.CONFLICT);

        clock.startAt(Instant.parse("2018-11-05T01:00:00Z"));
        assertThat(post("bithu03", "/minutes/remarks", "section", "1", "text", "muộn"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(post("vanphong", "/minutes/adopt"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Còn 2 ý kiến chưa trả lời");
        var all = remarks.remarks(november);
        assertThat(answer(0, "false", "")).hasStatus(422);
        assertThat(answer(0, "true", "")).hasStatus3xxRedirection();
        assertThat(answer(0, "true", "")).hasStatus(HttpStatus.CONFLICT);
        assertThat(answer(1, "false", "Danh sách đã có tên")).hasStatus3xxRedirection();
        assertThat(all).hasSize(2);
    }

    @Test
    @Order(5)
    void adoptionGivesTheNextNumberOfTheYearWithoutAGap() {
        assertThat(post("vanphong", "/minutes/adopt")).hasStatus3xxRedirection();

        assertThat(minutes.find(november).orElseThrow().number()).isEqualTo(new Minutes.Number(2018, 3));
        assertThat(minutes.of(List.of(organization.idOf("SL")), 2018, 10))
                .extracting(Minutes::number)
                .containsExactly(new Minutes.Number(2018, 1), new Minutes.Number(2018, 2), new Minutes.Number(2018, 3));
        assertThat(post("vanphong", "/minutes/sections/1", "version", "1", "text", "muộn"))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(6)
    void chairAndSecretarySignWithTheirPasswordsAndTheTextIsFrozen() {
        assertThat(sign("vanphong", "SECRETARY", "sai mật khẩu"))
                .hasStatus(422)
                .bodyText()
                .contains("chưa ký");
        assertThat(sign("chanhvp", "SECRETARY", PASSWORD)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sign("bithu03", "CHAIR", PASSWORD)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(sign("vanphong", "SECRETARY", PASSWORD)).hasStatus3xxRedirection();
        assertThat(minutes.find(november).orElseThrow().state()).isEqualTo(MinutesState.ADOPTED);
        assertThat(sign("thuongtruc", "CHAIR", PASSWORD)).hasStatus3xxRedirection();

        var known = minutes.find(november).orElseThrow();
        assertThat(known.state()).isEqualTo(MinutesState.LOCKED);
        assertThat(known.hash()).isEqualTo(Signing.hash(known, minutes.sections(november)));
        assertThat(get("vanphong", "/minutes")).bodyText().doesNotContain("không còn khớp mã băm");
        transaction.executeWithoutResult(status -> db.execute(
                "update minutes.section set text = 'bị sửa' where meeting_id = ? and position = 2", november.value()));
        assertThat(get("vanphong", "/minutes")).bodyText().contains("không còn khớp mã băm");
    }

    @Test
    @Order(7)
    void afterwardsOnlyNumberedAdditions() {
        assertThat(post("vanphong", "/addenda", "text", "Đính chính một")).hasStatus3xxRedirection();
        assertThat(post("vanphong", "/addenda", "text", "Đính chính hai")).hasStatus3xxRedirection();

        assertThat(remarks.addenda(november))
                .extracting(RemarkRepository.Addendum::number)
                .containsExactly(1, 2);
        assertThat(words("vanphong", "/minutes.docx", "docx")).contains("03-BB/HU", "Đính chính hai", "Đã ký");
    }

    @Test
    @Order(8)
    void thePdfHoldsTheSameWords() throws IOException {
        String words;
        try (var pdf = Loader.loadPDF(bytes("vanphong", "/minutes.pdf"))) {
            words = new PDFTextStripper().getText(pdf);
        }

        assertThat(words.replaceAll("\\s+", " "))
                .contains("03-BB/HU", "BIÊN BẢN", "Nguyễn Thị Hồng Liễu", "Đính chính hai");
    }

    private MvcTestResult answer(int index, String taken, String reason) {
        var remark = remarks.remarks(november).get(index).id();
        return post("vanphong", "/minutes/remarks/" + remark + "/answer", "taken", taken, "reason", reason);
    }

    private MvcTestResult sign(String login, String role, String password) {
        return post(login, "/minutes/sign", "role", role, "password", password);
    }

    private void conclude(java.util.UUID item, String kind, String text, boolean open) {
        assertThat(post(
                        "vanphong",
                        "/conclusions",
                        "item",
                        item.toString(),
                        "kind",
                        kind,
                        "text",
                        text,
                        "open",
                        String.valueOf(open)))
                .hasStatus3xxRedirection();
    }

    private String words(String login, String path, String extension) {
        return Office.text(bytes(login, path), extension).replaceAll("\\s+", " ");
    }

    private byte[] bytes(String login, String path) {
        var result = get(login, path);
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsByteArray();
    }

    private MvcTestResult get(String login, String path) {
        return mvc.get()
                .uri(november.href() + path)
                .with(SignIn.as(accounts, login))
                .exchange();
    }

    private MvcTestResult post(String login, String path, String... params) {
        var request = mvc.post().uri(november.href() + path);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }
}
