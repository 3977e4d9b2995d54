package org.giaoban.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.Tasks;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The November briefing of the story from its plan to the next month's agenda, step by step over the pages. */
@GiaoBanTest(story = "vu-quang-2018-11")
@RecordApplicationEvents
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeetingJourneyTest {

    private static final Period NOVEMBER = Period.month(2018, 11);
    private static final LocalDate DAY = LocalDate.of(2018, 11, 2);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingFolder folder;

    @Autowired
    private MeetingRepository rows;

    @Autowired
    private ConclusionRepository conclusions;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    private MeetingId november;
    private MeetingPagesDriver pages;

    @BeforeEach
    void findNovember() {
        pages = new MeetingPagesDriver(mvc, accounts);
        november = meetings.forPeriod(unit("SL"), NOVEMBER).orElseThrow().id();
    }

    @Test
    @Order(1)
    void theEarlierBriefingsLeftFiveOfThirteenOrdersUndone() {
        var work = meetings.earlierWork(unit("SL"), NOVEMBER, DAY);

        assertThat(work.total()).isEqualTo(13);
        assertThat(work.done()).isEqualTo(8);
        assertThat(work.late()).isEqualTo(3);
        assertThat(work.extendedTwice()).isEqualTo(1);
        assertThat(merger(work.unfinished()).lights())
                .extracting(light -> light.unitName() + " " + light.mark())
                .containsExactlyInAnyOrder("Cồn Soi DONE", "Khe Sậy DONE", "Rú Mây WAITING", "Ngàn Dẻ LATE");
    }

    @Test
    @Order(2)
    void octoberStartedWithSeptembersWorkAsItStoodThen() {
        var october = meetings.forPeriod(unit("SL"), Period.month(2018, 10)).orElseThrow();

        assertThat(merger(view(october.id()).carried()).lights())
                .extracting(light -> light.mark().name())
                .containsOnly("OPEN")
                .hasSize(4);
    }

    @Test
    @Order(3)
    void theAgendaComesFromTheTemplateAndIsEdited() {
        assertThat(pages.get("vanphong", november, "?tab=agenda"))
                .hasStatusOk()
                .bodyText()
                .contains("150 / 150 phút", "tự động từ 5 kết luận");

        assertThat(pages.agenda(november, view(november).items(), "Thông báo <khẩn>"))
                .hasStatus3xxRedirection();

        assertThat(meetings.report(november).agenda())
                .extracting(MeetingReport.Item::title)
                .containsExactly(
                        "Việc chưa xong từ kỳ trước",
                        "Báo cáo công tác xây dựng Đảng tháng 10/2018",
                        "Thảo luận của các đảng bộ cơ sở",
                        "Thông báo <khẩn>",
                        "Chọn điểm tập kết rác tập trung của xã Truông Giang",
                        "Kết luận, giao nhiệm vụ",
                        "Tiến độ nông thôn mới các xã về đích");
        assertThat(pages.get("vanphong", november, "")).bodyText().contains("160 / 150 phút", "Thông báo &lt;khẩn");
    }

    @Test
    @Order(4)
    void onlyThoseWhoRunItMayOpenItAndTheInvitedMayReadIt() {
        assertThat(pages.post("bithu03", november, "/open").getResponse().getStatus())
                .isIn(403, 404);
        assertThat(pages.get("bithu03", november, "")).hasStatusOk();
        assertThat(pages.post("vanphong", november, "/open")).hasStatus3xxRedirection();
        assertThat(pages.post("vanphong", november, "/open")).hasStatus(HttpStatus.CONFLICT);
        assertThat(pages.get("vanphong", november, "/run"))
                .hasStatusOk()
                .bodyText()
                .contains("1 đơn vị quá hạn", "họp ban thường vụ đảng ủy");
        assertThat(pages.get("vanphong", november, "/pocket")).hasStatusOk();
    }

    @Test
    @Order(5)
    void presenceIsMarkedAndTheShareIsLive() {
        var first = view(november).attendees().getFirst().id().toString();
        var second = view(november).attendees().get(1).id().toString();
        pages.post("vanphong", november, "/presence", "attendee", first, "presence", "ONLINE");
        pages.post("vanphong", november, "/presence", "attendee", second, "presence", "EXCUSED");
        assertThat(view(november).attendees().get(1).presence()).isNull();
        pages.post("vanphong", november, "/presence", "attendee", second, "presence", "EXCUSED", "reason", "ốm");
        pages.post("vanphong", november, "/presence/rest");

        var attendance = meetings.report(november).attendance();
        assertThat(attendance.online()).isEqualTo(1);
        assertThat(attendance.excused()).isEqualTo(1);
        assertThat(attendance.present()).isEqualTo(attendance.invited() - 2);
        assertThat(pages.part("vanphong", november, "/presence", "attendee", first, "presence", "PRESENT"))
                .hasStatusOk()
                .bodyText()
                .startsWith("<section")
                .contains("vắng có lý do 1");
    }

    @Test
    @Order(6)
    void twoWhoWriteAtOnceLoseNothing() {
        var item = "/items/" + view(november).items().get(2).id();
        pages.post("vanphong", november, item + "/notes", "was", "", "text", "Bản của văn phòng");
        pages.post("chanhvp", november, item + "/notes", "was", "", "text", "Bản của chánh văn phòng");

        var both = view(november).items().get(2).notes().text();
        assertThat(both).isEqualTo("Bản của văn phòng\nBản của chánh văn phòng");
        assertThat(pages.get(
                        "vanphong",
                        november,
                        "/run?item=" + view(november).items().get(2).id()))
                .bodyText()
                .contains("Bản của văn phòng", "Bản của chánh văn phòng");
        pages.post("vanphong", november, item + "/notes", "was", both, "text", "Bản cuối");
        assertThat(view(november).items().get(2).notes().text()).isEqualTo("Bản cuối");
    }

    @Test
    @Order(7)
    void anOrderWithoutWhoWhenAndMeasureIsAskedForThem() {
        var item = view(november).items().get(4).id().toString();
        var text = "Tăng cường thu gom rác";

        assertThat(pages.post("vanphong", november, "/conclusions", "item", item, "kind", "TASK", "text", text))
                .hasStatus(422)
                .bodyText()
                .contains("Đơn vị nào làm?", "Ai chịu trách nhiệm?", "Đến bao giờ?", "Đo bằng gì?", text);
        assertThat(meetings.report(november).outcomes()).isEmpty();

        assertThat(pages.post("vanphong", november, "/conclusions", "item", item, "kind", "DRAFT", "text", text))
                .hasStatus3xxRedirection();
        assertThat(pages.get("vanphong", november, "/run"))
                .bodyText()
                .contains("Tăng cường</mark>", "Ai làm? Bao giờ xong? Sản phẩm, con số nào?");
        var without = view(november).items().stream()
                .filter(one -> one.carried() || !one.notes().text().isEmpty())
                .toList();
        assertThat(pages.agenda(november, without, "Mục mới")).hasStatus(HttpStatus.CONFLICT);
        assertThat(pages.post("vanphong", november, "/close")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    @Order(8)
    void closingGivesTheOrdersLocksTheMinutesAndTellsTheOthers(ApplicationEvents events) {
        var draft = conclusions.of(november).getFirst();
        var item = draft.item().toString();
        assertThat(order("/conclusions/" + draft.id(), draft.item(), "Thu gom rác ba thôn ven sông", "SL-08", "SL-09"))
                .hasStatus3xxRedirection();
        pages.post(
                "vanphong", november, "/conclusions", "item", item, "kind", "DECISION", "text", "Khen", "open", "true");
        pages.post("vanphong", november, "/conclusions", "item", item, "kind", "INFORMATION", "text", "Chuyện nội bộ");
        assertThat(pages.get("vanphong", november, "/close"))
                .bodyText()
                .contains("Sẽ giao 1 nhiệm vụ", "một việc, 2 đơn vị", "Hói Sen, Lam Hạ");

        assertThat(pages.post("vanphong", november, "/close")).hasStatus3xxRedirection();

        var report = meetings.report(november);
        assertThat(report.state()).isEqualTo(MeetingState.CLOSED);
        assertThat(report.chair().title()).contains("Phó Bí thư");
        assertThat(report.outcomes()).extracting(MeetingReport.Outcome::open).containsExactly(false, true, false);
        var line = tasks.find(report.outcomes().getFirst().task(), DAY).orElseThrow();
        assertThat(line.lights()).hasSize(2);
        assertThat(line.source().label()).isEqualTo("Kết luận Giao ban tháng 11/2018");
        assertThat(events.stream(MeetingClosed.class))
                .extracting(MeetingClosed::meeting)
                .containsExactly(november);
    }

    @Test
    @Order(9)
    void lockedMinutesAreCorrectedByAnAdditionOnly() {
        var item = view(november).items().getFirst().id().toString();
        assertThat(pages.post("vanphong", november, "/close")).hasStatus(HttpStatus.CONFLICT);
        assertThat(pages.post("vanphong", november, "/conclusions", "item", item, "kind", "DECISION", "text", "muộn"))
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(pages.post("vanphong", november, "/addenda", "text", "sớm quá"))
                .hasStatus(HttpStatus.CONFLICT);
        pages.post("vanphong", november, "/minutes/read-out", "hours", "0");
        pages.post("vanphong", november, "/minutes/adopt");
        var password = "giaoban-2018";
        pages.post("vanphong", november, "/minutes/sign", "role", "SECRETARY", "password", password);
        pages.post("thuongtruc", november, "/minutes/sign", "role", "CHAIR", "password", password);
        assertThat(pages.post("vanphong", november, "/addenda", "text", " ")).hasStatus(422);
        assertThat(pages.post("vanphong", november, "/addenda", "text", "Đính chính: ba thôn, không phải bốn"))
                .hasStatus3xxRedirection();
        assertThat(pages.get("vanphong", november, "/minutes"))
                .bodyText()
                .contains("Đính chính: ba thôn", "Đã khóa", "Bản cuối");
    }

    @Test
    @Order(10)
    void theConclusionNoticeIsIssuedOnce() {
        var first = pages.post("vanphong", november, "/notice").getResponse().getRedirectedUrl();
        var second = pages.post("vanphong", november, "/notice").getResponse().getRedirectedUrl();

        assertThat(first).startsWith("/documents/").isEqualTo(second);
        assertThat(pages.get("vanphong", november, "/minutes")).bodyText().contains("-TB/HU");
    }

    @Test
    @Order(11)
    void nextMonthStartsWithWhatIsNotDoneAndIsPlannedOnce() {
        assertThat(pages.plan(unit("SL"), "2018-12", "2018-12-04")).hasStatus3xxRedirection();

        var december = meetings.forPeriod(unit("SL"), Period.month(2018, 12)).orElseThrow();
        assertThat(december.title()).isEqualTo("Giao ban tháng 12/2018");
        assertThat(view(december.id()).carried())
                .extracting(TaskLine::title)
                .contains("Thu gom rác ba thôn ven sông", "Sáp nhập văn phòng cấp ủy với văn phòng UBND xã")
                .hasSize(6);
        assertThat(pages.plan(unit("SL"), "2018-12", "2018-12-05")).hasStatus(HttpStatus.CONFLICT);
    }

    private MvcTestResult order(String path, UUID item, String text, String first, String second) {
        return pages.post(
                "vanphong",
                november,
                path,
                "item",
                item.toString(),
                "kind",
                "TASK",
                "text",
                text,
                "post",
                "BI_THU",
                "due",
                "2018-11-25",
                "measure",
                "Số hộ tham gia",
                "product",
                "Danh sách hộ",
                "units",
                unit(first).toString(),
                "units",
                unit(second).toString());
    }

    private MeetingPages.View view(MeetingId id) {
        return viewer.as(Viewer.SYSTEM, () -> folder.open(rows.find(id).orElseThrow(), DAY));
    }

    private static TaskLine merger(List<TaskLine> lines) {
        return lines.stream()
                .filter(line -> line.title().startsWith("Sáp nhập văn phòng"))
                .findFirst()
                .orElseThrow();
    }

    private UnitId unit(String code) {
        return organization.idOf(code);
    }
}
