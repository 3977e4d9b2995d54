package org.giaoban.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
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

/** From the close of one briefing to the opening of the next nobody types a unit's name. */
@GiaoBanTest(story = "vu-quang-2018-11")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeriesJourneyTest {

    private static final Period NOVEMBER = Period.month(2018, 11);
    private static final Period DECEMBER = Period.month(2018, 12);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MeetingRepository rows;

    @Autowired
    private RecurrenceRepository series;

    @Autowired
    private SeriesRound round;

    @Autowired
    private Organization organization;

    @Autowired
    private MeetingPapers papers;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StoryClock clock;

    @Autowired
    private CurrentViewer viewer;

    private MeetingPagesDriver pages;
    private UnitId district;

    @BeforeEach
    void start() {
        pages = new MeetingPagesDriver(mvc, accounts);
        district = organization.idOf("SL");
    }

    @Test
    @Order(1)
    void nothingIsDraftedBeforeItsTime() {
        clock.startAt(Instant.parse("2018-11-02T00:00:00Z"));
        round.run();

        assertThat(meetings.forPeriod(district, DECEMBER)).isEmpty();
    }

    @Test
    @Order(2)
    void theNextDraftHasItsDayTheInvitedTheTemplateAndWhatIsNotDone() {
        var november = meetings.forPeriod(district, NOVEMBER).orElseThrow().id();
        pages.post("vanphong", november, "/open");
        pages.post("vanphong", november, "/presence/rest");
        assertThat(pages.post("vanphong", november, "/close")).hasStatus3xxRedirection();

        clock.startAt(Instant.parse("2018-11-12T00:00:00Z"));
        round.run();
        round.run();

        var december = meetings.forPeriod(district, DECEMBER).orElseThrow();
        assertThat(december.state()).isEqualTo(MeetingState.DRAFT);
        assertThat(december.day()).isEqualTo(LocalDate.of(2018, 12, 6));
        assertThat(december.title()).isEqualTo("Giao ban tháng 12/2018");
        assertThat(invited(december.id())).containsAll(invited(november));
        assertThat(meetings.agenda(december.id()))
                .extracting(AgendaItem::title)
                .contains("Báo cáo công tác xây dựng Đảng tháng 11/2018");
        assertThat(pages.get("vanphong", december.id(), "")).bodyText().contains("Bản nháp", "tự động từ 5 kết luận");
        assertThat(rows.find(december.id()).orElseThrow().plan().way().occurrence())
                .isEqualTo(LocalDate.of(2018, 12, 6));
    }

    @Test
    @Order(3)
    void theInvitedSeeNothingOfADraft() {
        var december = meetings.forPeriod(district, DECEMBER).orElseThrow();

        assertThat(pages.get("bithu03", december.id(), "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(list("bithu03")).bodyText().doesNotContain("Giao ban tháng 12/2018");
        assertThat(list("vanphong")).bodyText().contains("Giao ban tháng 12/2018");
        assertThat(search("bithu03")).bodyText().doesNotContain("Giao ban tháng 12/2018");
        assertThat(search("vanphong")).bodyText().contains("Giao ban tháng 12/2018");
    }

    @Test
    @Order(4)
    void askingForTheNextMeetingFindsTheDraft() {
        var november = meetings.forPeriod(district, NOVEMBER).orElseThrow();
        var december = meetings.forPeriod(district, DECEMBER).orElseThrow();

        assertThat(pages.post("vanphong", november.id(), "/next").getResponse().getRedirectedUrl())
                .isEqualTo(december.id().href());
        assertThat(pages.post("bithu03", november.id(), "/next").getResponse().getStatus())
                .isIn(403, 404);
    }

    @Test
    @Order(5)
    void anAgencysWorkAndAShortDiscussionArePointedOut() {
        var bureau = viewer.as(
                        Viewer.SYSTEM,
                        () -> rows.findSeries(district, "hop-thuong-truc").flatMap(series::latest))
                .orElseThrow();
        assertThat(bureau.day()).isEqualTo(LocalDate.of(2018, 11, 15));
        var items = meetings.agenda(bureau.id());

        assertThat(pages.agenda(bureau.id(), items, "Phân công trực cơ quan, chấm công"))
                .hasStatus3xxRedirection();

        assertThat(pages.get("vanphong", bureau.id(), ""))
                .bodyText()
                .contains(
                        "Phân công trực cơ quan, chấm công” là việc chuyên môn", "dài hơn thời lượng hội nghị 10 phút");
    }

    @Test
    @Order(6)
    void aKindHasItsRulesByTheDay() {
        var december = meetings.forPeriod(district, DECEMBER).orElseThrow();
        assertThat(kind("from", "2018-11-01")).hasStatus(422).bodyText().contains("từ hôm nay trở đi");
        assertThat(kind("from", "2018-12-01")).hasStatus3xxRedirection();

        assertThat(meetings.rules(december).noticeDays()).isEqualTo(9);
        assertThat(meetings.rules(december).quorum().needed(30)).isEqualTo(20);
        assertThat(meetings.rules(meetings.forPeriod(district, NOVEMBER).orElseThrow())
                        .noticeDays())
                .isEqualTo(3);
    }

    @Test
    @Order(7)
    void theNextBriefingOpensWithTheLateOrdersAndKeepsThemAsTheyStood() {
        var december = meetings.forPeriod(district, DECEMBER).orElseThrow().id();
        clock.startAt(Instant.parse("2018-12-06T00:00:00Z"));
        assertThat(pages.post("vanphong", december, "/invitation")).hasStatus3xxRedirection();
        assertThat(meetings.agenda(december).getFirst().carried()).isTrue();
        assertThat(pages.post("vanphong", december, "/open")).hasStatus3xxRedirection();

        var opened = papers.carried(rows.find(december).orElseThrow().line());
        assertThat(opened).hasSize(5);
        assertThat(opened.getFirst().standing()).anyMatch(line -> line.matches(".+ quá hạn \\d+ ngày"));
        assertThat(opened)
                .flatExtracting(CarriedOrder::standing)
                .anyMatch(line -> line.matches("Ngàn Dẻ quá hạn \\d+ ngày"));
        assertThat(pages.get("vanphong", december, "/run")).bodyText().contains("Ngàn Dẻ", "đơn vị quá hạn");
        confirmEverything();
        assertThat(papers.carried(rows.find(december).orElseThrow().line())).isEqualTo(opened);

        pages.post("vanphong", december, "/presence/rest");
        assertThat(pages.post("vanphong", december, "/close")).hasStatus3xxRedirection();
        assertThat(pages.get("vanphong", december, "/minutes"))
                .bodyText()
                .contains("Khi khai mạc còn 5 nhiệm vụ của các kỳ trước chưa xong", "Ngàn Dẻ quá hạn ");
    }

    /** The district confirms what is open while the meeting runs. */
    private void confirmEverything() {
        transaction.executeWithoutResult(status -> db.execute(
                "update tasks.task set state = 'CONFIRMED', closed_at = now(), reported_at = coalesce(reported_at, now()) "
                        + "where closed_at is null"));
    }

    private MvcTestResult kind(String name, String value) {
        return mvc.post()
                .uri("/meetings/kinds/giao-ban-thang")
                .param(name, value)
                .param("title", "Giao ban {period}")
                .param("minutes", "120")
                .param("noticeDays", "9")
                .param("quorumBase", "INVITED")
                .param("quorumShare", "2/3")
                .param("quorumStrict", "false")
                .param("itemTitle", "Kết luận")
                .param("itemMinutes", "20")
                .param("itemKind", "CONCLUSION")
                .param("itemLeast", "")
                .param("who", "HEADS")
                .with(SignIn.as(accounts, "vanphong"))
                .with(csrf())
                .exchange();
    }

    private List<String> invited(MeetingId meeting) {
        return meetings.attendees(meeting).stream()
                .map(Attendee::unit)
                .filter(Objects::nonNull)
                .map(UnitId::toString)
                .distinct()
                .collect(Collectors.toList());
    }

    private MvcTestResult list(String login) {
        return mvc.get().uri("/meetings").with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult search(String login) {
        return mvc.get()
                .uri("/search?q=giao ban thang 12")
                .with(SignIn.as(accounts, login))
                .exchange();
    }
}
