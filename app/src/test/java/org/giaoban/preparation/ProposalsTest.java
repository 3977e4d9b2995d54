package org.giaoban.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.Meetings;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A unit's proposal: changed, taken back, decided on, told of; its paper comes along. */
@GiaoBanTest(story = "vu-quang-2018-11")
@Import(PlannedMeeting.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProposalsTest {

    private static MeetingId meeting;

    @Autowired
    private PlannedMeeting planned;

    @Autowired
    private Meetings meetings;

    @Test
    @Order(1)
    void aProposalWaitsOnTheDeskOfThoseWhoPrepareTheMeeting() {
        meeting = planned.plan();
        planned.post("vanphong", meeting.href() + "/invitation");
        assertThat(propose("Bãi rác liên xã")).hasStatus3xxRedirection();

        assertThat(planned.body("vanphong", "/desk")).contains("Đề xuất chờ quyết định", "Bãi rác liên xã");
        assertThat(planned.body("bithu03", "/desk")).doesNotContain("Đề xuất chờ quyết định");
        assertThat(planned.body("bithu05", "/desk")).contains("Giấy mời chưa trả lời");
    }

    @Test
    @Order(2)
    void thoseWhoProposedMayChangeItAndNobodyElse() {
        var topic = topic("bithu03");
        assertThat(planned.body("bithu03", topics() + "?edit=" + topic))
                .contains("Sửa đề xuất", "value=\"Bãi rác liên xã\"");
        assertThat(planned.body("bithu05", topics() + "?edit=" + topic)).doesNotContain("Bãi rác liên xã");
        assertThat(change("bithu05", topic, "0", "Của người khác")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(change("bithu03", topic, "0", "")).hasStatus(422).bodyText().contains("Xin ghi nội dung");

        assertThat(change("bithu03", topic, "0", "Bãi rác ba xã")).hasStatus3xxRedirection();
        assertThat(change("bithu03", topic, "0", "Chậm tay")).hasStatus(HttpStatus.CONFLICT);
        assertThat(planned.body("vanphong", topics()))
                .contains("Bãi rác ba xã", "tai-lieu.pdf")
                .doesNotContain("Bãi rác liên xã", "Chậm tay");
    }

    @Test
    @Order(3)
    void whatIsTakenOntoTheAgendaBringsItsPaperAndItsProposerHears() {
        var topic = topic("vanphong");
        assertThat(planned.post("vanphong", topics() + "/accept", "topic", topic))
                .hasStatus3xxRedirection();

        var item = meetings.agenda(meeting).stream()
                .filter(one -> one.title().equals("Bãi rác ba xã"))
                .findFirst()
                .map(AgendaItem::position)
                .orElseThrow();
        assertThat(planned.body("bithu05", meeting.href() + "/materials")).contains(item + ". Bãi rác ba xã");
        var file = planned.body("bithu05", meeting.href() + "/materials")
                .replaceAll("(?s).*href=\"(/files/[0-9a-f-]{36})\" download>Bãi rác ba xã<.*", "$1");
        assertThat(planned.body("bithu05", file)).startsWith("%PDF");
        assertThat(planned.get("bithu07", file)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(planned.body("bithu03", "/inbox"))
                .contains("“Bãi rác ba xã” đã được đưa vào chương trình Giao ban tháng 12/2018");
        assertThat(planned.body("vanphong", "/desk")).doesNotContain("Bãi rác ba xã");
        assertThat(change("bithu03", topic, "2", "Muộn rồi")).hasStatus(HttpStatus.CONFLICT);
        assertThat(planned.post("bithu03", topics() + "/withdraw", "topic", topic))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(4)
    void aRefusalSaysWhyToThoseWhoProposed() {
        propose("Xin xe mới");
        var topic = topic("vanphong");
        planned.post(
                "vanphong", topics() + "/decide", "topic", topic, "state", "RETURNED", "reason", "Đã có chủ trương");

        assertThat(planned.body("bithu03", "/inbox"))
                .contains("“Xin xe mới” không được đưa vào chương trình", "Lý do: Đã có chủ trương");
        assertThat(planned.body("bithu05", "/inbox")).doesNotContain("Xin xe mới");
    }

    @Test
    @Order(5)
    void whatWasTakenBackCannotBeDecidedOn() {
        propose("Để tuần sau");
        var topic = topic("bithu03");
        assertThat(planned.post("bithu05", topics() + "/withdraw", "topic", topic))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(planned.post("bithu03", topics() + "/withdraw", "topic", topic))
                .hasStatus3xxRedirection();

        assertThat(planned.body("bithu03", topics())).contains("Đã rút");
        assertThat(planned.post("vanphong", topics() + "/accept", "topic", topic))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(6)
    void aMeetingThatIsCalledOffKeepsWhatWasProposedForTheNextOne() {
        propose("Kênh mương");
        planned.post("vanphong", meeting.href() + "/cancel", "reason", "bão số 9");

        assertThat(planned.body("bithu03", "/inbox")).contains("“Kênh mương” để kỳ sau", "Lý do: bão số 9");
        assertThat(propose("Quá muộn")).hasStatus(HttpStatus.CONFLICT);
    }

    private String topics() {
        return meeting.href() + "/topics";
    }

    private MvcTestResult propose(String title) {
        return planned.upload("bithu03", topics(), "paper", fields(title, "", ""));
    }

    private MvcTestResult change(String login, String topic, String version, String title) {
        return planned.upload(login, topics() + "/change", "", fields(title, topic, version));
    }

    private String[] fields(String title, String topic, String version) {
        return new String[] {
            "unit",
            planned.unit("SL-03"),
            "title",
            title,
            "minutes",
            "20",
            "presenter",
            "Bí thư đảng ủy xã",
            "kind",
            "DISCUSSION",
            "outcome",
            "Chọn vị trí",
            "topic",
            topic,
            "version",
            version
        };
    }

    /** The one proposal that can still be changed or decided on by them. */
    private String topic(String login) {
        return planned.body(login, topics()).replaceAll("(?s).*?name=\"topic\" value=\"([0-9a-f-]{36})\".*", "$1");
    }
}
