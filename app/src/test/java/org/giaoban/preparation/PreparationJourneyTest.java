package org.giaoban.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.SignIn;
import org.giaoban.kernel.Period;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A meeting from the silent draft over the notice, answers, proposals and papers to its being called off. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PreparationJourneyTest {

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    private static MeetingId meeting;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Organization organization;

    @Test
    @Order(1)
    void aDraftIsSilentAndSendingItTellsTheInvited() {
        assertThat(plan("Hội trường", "2018-11-27T17:00")).hasStatus3xxRedirection();
        meeting = meetings.forPeriod(organization.idOf("SL"), Period.month(2018, 12))
                .orElseThrow()
                .id();
        assertThat(get("bithu03", "/invitation")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("bithu03", "/invitation.ics")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(inbox("bithu03")).doesNotContain("tháng 12/2018");
        assertThat(post("bithu03", "/invitation").getResponse().getStatus()).isIn(403, 404);

        assertThat(post("vanphong", "/invitation")).hasStatus3xxRedirection();

        assertThat(meetings.report(meeting).state()).isEqualTo(MeetingState.PLANNED);
        assertThat(inbox("bithu03")).contains("Mời dự Giao ban tháng 12/2018, 04/12/2018 07:30", "Hội trường");
        assertThat(post("vanphong", "/invitation")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(2)
    void whoHasSeenItIsKnownByPersonAndAnswersCarryAReason() {
        assertThat(get("vanphong", "/invitation")).bodyText().contains("chưa xem");
        assertThat(get("bithu03", "/invitation")).hasStatusOk().bodyText().contains("Trả lời giấy mời");
        post("bithu03", "/reply", "reply", "EXCUSE");
        assertThat(get("vanphong", "/invitation")).bodyText().doesNotContain("Xin vắng: ");
        post("bithu03", "/reply", "reply", "EXCUSE", "reason", "đi học ở tỉnh");

        assertThat(get("vanphong", "/invitation")).bodyText().contains("Đã xem 1/", "Xin vắng: đi học ở tỉnh");
        assertThat(get("bithu05", "/invitation")).bodyText().doesNotContain("đi học ở tỉnh");
    }

    @Test
    @Order(3)
    void aChangeIsToldByWhatBecameDifferentAndTheCalendarCountsOn() {
        var before = calendar("bithu03");
        assertThat(before)
                .contains("SEQUENCE:0", "TZID:Asia/Ho_Chi_Minh", "DTSTART;TZID=Asia/Ho_Chi_Minh:20181204T073000");
        assertThat(before.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);

        assertThat(change("Phòng họp số 2")).hasStatus3xxRedirection();

        assertThat(inbox("bithu03"))
                .contains("địa điểm đổi từ “Hội trường” sang “Phòng họp số 2”")
                .doesNotContain("giờ họp đổi");
        assertThat(calendar("bithu03")).contains("SEQUENCE:1", "LOCATION:Phòng họp số 2");
        assertThat(uid(calendar("bithu03"))).isEqualTo(uid(before));
        assertThat(get("vanphong", "/invitation")).bodyText().contains("chưa xem thay đổi mới nhất");
    }

    @Test
    @Order(4)
    void aUnitProposesWithEverythingTheOfficeNeedsAndIsAnswered() {
        assertThat(propose("bithu03", "SL-03", "", "20"))
                .hasStatus(422)
                .bodyText()
                .contains("Xin ghi muốn hội nghị kết luận gì", "Bãi rác liên xã");
        assertThat(propose("bithu03", "SL-05", "Chọn vị trí", "20")
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(propose("bithu03", "SL-03", "Chọn vị trí", "20")).hasStatus3xxRedirection();
        assertThat(get("bithu05", "/topics")).bodyText().doesNotContain("Bãi rác liên xã");
        var topic = topic();

        assertThat(post("vanphong", "/topics/accept", "topic", topic)).hasStatus3xxRedirection();
        assertThat(post("vanphong", "/topics/decide", "topic", topic, "state", "RETURNED", "reason", "muộn"))
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(get("bithu03", "/topics")).bodyText().contains("Đã vào chương trình");
        var titles = meetings.agenda(meeting).stream().map(AgendaItem::title).toList();
        assertThat(titles).endsWith("Bãi rác liên xã", "Kết luận, giao nhiệm vụ");
        assertThat(get("vanphong", "")).bodyText().contains("dài hơn thời lượng hội nghị 20 phút");
    }

    @Test
    @Order(5)
    void papersReachThoseTheyAreFor() {
        var reader = meetings.attendees(meeting).stream()
                .filter(one -> organization.idOf("SL-03").equals(one.unit()))
                .map(one -> Objects.requireNonNull(one.person()).value().toString())
                .findFirst()
                .orElseThrow();
        assertThat(file("Nhận xét cán bộ", "RESTRICTED", null)).hasStatus(422);
        assertThat(file("Nhận xét cán bộ", "RESTRICTED", reader)).hasStatus3xxRedirection();
        assertThat(file("Báo cáo tháng", "INTERNAL", null)).hasStatus3xxRedirection();
        var restricted = href("bithu03", "Nhận xét cán bộ");

        assertThat(get("bithu05", "/materials"))
                .bodyText()
                .contains("Báo cáo tháng")
                .doesNotContain("Nhận xét cán bộ");
        assertThat(page("bithu03", restricted)).hasStatusOk();
        assertThat(page("bithu05", restricted)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page("bithu05", href("bithu05", "Báo cáo tháng"))).hasStatusOk();
        assertThat(page("bithu05", "/search?q=nhan xet can bo")).bodyText().doesNotContain("Nhận xét cán bộ</");
        assertThat(page("bithu03", "/search?q=nhan xet can bo")).bodyText().contains("Nhận xét cán bộ");
    }

    @Test
    @Order(6)
    void anItemWaitsForTheNextMeetingAndComesOntoItsDraft() {
        var item = meetings.agenda(meeting).get(2);
        assertThat(post("vanphong", "/carry", "item", item.id().toString(), "move", "true"))
                .hasStatus3xxRedirection();
        assertThat(meetings.agenda(meeting)).extracting(AgendaItem::title).doesNotContain(item.title());

        assertThat(post("vanphong", "/next")).hasStatus3xxRedirection();

        var january = meetings.forPeriod(organization.idOf("SL"), Period.month(2019, 1))
                .orElseThrow();
        assertThat(meetings.agenda(january.id())).extracting(AgendaItem::title).contains(item.title());
    }

    @Test
    @Order(7)
    void callingOffTellsWhy() {
        post("vanphong", "/cancel");
        assertThat(meetings.report(meeting).state()).isEqualTo(MeetingState.PLANNED);
        assertThat(post("vanphong", "/cancel", "reason", "bão số 9")).hasStatus3xxRedirection();

        assertThat(inbox("bithu03")).contains("Hủy Giao ban tháng 12/2018", "bão số 9");
        assertThat(calendar("bithu03")).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2");
    }

    private MvcTestResult plan(String place, String proposals) {
        return mvc.post()
                .uri("/meetings")
                .param("unit", organization.idOf("SL").toString())
                .param("kind", "giao-ban-thang")
                .param("period", "2018-12")
                .param("date", "2018-12-04")
                .param("time", "07:30")
                .param("minutes", "150")
                .param("place", place)
                .param("proposals", proposals)
                .param(
                        "invited",
                        organization.idOf("SL-03").toString(),
                        organization.idOf("SL-05").toString())
                .with(SignIn.as(accounts, "vanphong"))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult change(String place) {
        return post(
                "vanphong",
                "/edit",
                "title",
                "Giao ban tháng 12/2018",
                "period",
                "2018-12",
                "date",
                "2018-12-04",
                "time",
                "07:30",
                "minutes",
                "150",
                "place",
                place,
                "proposals",
                "2018-11-27T17:00");
    }

    private MvcTestResult propose(String login, String unit, String outcome, String minutes) {
        return mvc.post()
                .uri(meeting.href() + "/topics")
                .multipart()
                .file(new MockMultipartFile("paper", "phuong-an.pdf", "application/pdf", PDF))
                .param("unit", organization.idOf(unit).toString())
                .param("title", "Bãi rác liên xã")
                .param("minutes", minutes)
                .param("presenter", "Bí thư đảng ủy xã")
                .param("kind", "DISCUSSION")
                .param("outcome", outcome)
                .with(SignIn.as(accounts, login))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult file(String title, String reach, String reader) {
        var request = mvc.post()
                .uri(meeting.href() + "/materials")
                .multipart()
                .file(new MockMultipartFile("file", "tai-lieu.pdf", "application/pdf", PDF))
                .param("title", title)
                .param("reach", reach);
        if (reader != null) {
            request.param("readers", reader);
        }
        return request.with(SignIn.as(accounts, "vanphong")).with(csrf()).exchange();
    }

    private String topic() {
        return body(get("vanphong", "/topics"))
                .replaceAll("(?s).*?Bãi rác liên xã.*?name=\"topic\" value=\"([0-9a-f-]{36})\".*", "$1");
    }

    private String href(String login, String title) {
        return body(get(login, "/materials"))
                .replaceAll("(?s).*href=\"(/files/[0-9a-f-]{36})\" download>" + title + "<.*", "$1");
    }

    private String calendar(String login) {
        return body(get(login, "/invitation.ics"));
    }

    private static String uid(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }

    private String inbox(String login) {
        return body(page(login, "/inbox"));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String login, String path) {
        return page(login, meeting.href() + path);
    }

    private MvcTestResult page(String login, String path) {
        return mvc.get().uri(path).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String path, String... params) {
        var request = mvc.post().uri(meeting.href() + path);
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.with(SignIn.as(accounts, login)).with(csrf()).exchange();
    }
}
