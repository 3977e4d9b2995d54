package org.giaoban.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Story;
import org.giaoban.platform.Zone;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who sent and in time, counted against the story's own list of what was sent; then the others are asked. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompletenessTest {

    private static final Period SEPTEMBER = Period.month(2018, 9);
    private static final Period OCTOBER = Period.month(2018, 10);

    @Autowired
    private Completeness completeness;

    @Autowired
    private DueCalendar calendar;

    @Autowired
    private Organization organization;

    @Autowired
    private CurrentViewer viewer;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcTemplate jdbc;

    private Unit district() {
        return organization.get(organization.idOf("SL"), OCTOBER.lastDay());
    }

    private Completeness.Board board(Period period) {
        return viewer.as(Viewer.SYSTEM, () -> completeness.board(district(), period, null));
    }

    /** Days after the month's last day, of each return the story lists. */
    private static List<Integer> daysLate(Period period) {
        return Story.named("vu-quang-2018-11").csv("returns/sent.csv").stream()
                .filter(line -> period.code().equals(line.get("period")))
                .map(line -> LocalDate.ofInstant(
                        OffsetDateTime.parse(line.get("sent_at")).toInstant(), Zone.ID))
                .map(day ->
                        (int) Math.max(0, day.toEpochDay() - period.lastDay().toEpochDay()))
                .toList();
    }

    @Test
    @Order(1)
    void theBoardCountsWhatCameAndWhen() {
        var days = daysLate(SEPTEMBER);
        var late = days.stream().filter(day -> day > 0).toList();
        assertThat(late).isNotEmpty();

        var whole = board(SEPTEMBER).whole();

        assertThat(whole.expected()).isEqualTo(12);
        assertThat(whole.received()).isEqualTo(days.size());
        assertThat(whole.late()).isEqualTo(late.size());
        assertThat(whole.came().mostLate())
                .isEqualTo(late.stream().mapToInt(day -> day).max().orElseThrow());
        assertThat(whole.came().daysLate())
                .isEqualTo(late.stream().mapToInt(day -> day).sum());
        assertThat(whole.came().accepted()).isEqualTo(12);
        assertThat(whole.missing()).isZero();
        assertThat(whole.overdue()).isZero();
    }

    @Test
    @Order(2)
    void whatHasNotComeIsOverdueTheDayAfterItsDate() {
        var board = board(OCTOBER);

        assertThat(board.whole().received()).isEqualTo(11);
        assertThat(board.whole().overdue()).isEqualTo(1);
        assertThat(board.branches()).hasSize(12).allMatch(Completeness.Branch::leaf);
        assertThat(board.branches().stream().map(Completeness.Branch::standing).reduce(Standing.NONE, Standing::plus))
                .isEqualTo(board.whole());
        assertThat(board.branches())
                .filteredOn(line -> line.standing().missing() > 0)
                .extracting(line -> line.unit().code())
                .containsExactly("SL-12");
        assertThat(board(OCTOBER.next()).whole().overdue()).isZero();
    }

    @Test
    @Order(2)
    void nobodyWaitsForTheUnitAtTheTop() {
        assertThat(board(Period.quarter(2018, 3)).branches())
                .hasSize(12)
                .noneMatch(line -> line.unit().code().equals("SL"));
    }

    @Test
    @Order(3)
    void theLastPeriodsAreBesideIt() {
        var trend = viewer.as(Viewer.SYSTEM, () -> completeness.trend(district(), OCTOBER, null));

        assertThat(trend)
                .extracting(past -> past.period().code())
                .containsExactly("2018-05", "2018-06", "2018-07", "2018-08", "2018-09", "2018-10");
        assertThat(trend.get(4).standing().received()).isEqualTo(12);
        assertThat(trend.get(4).standing().late())
                .isEqualTo(board(SEPTEMBER).whole().late());
        assertThat(trend.get(5).standing().received()).isEqualTo(11);
        assertThat(trend.get(0).standing().received()).isZero();
    }

    @Test
    @Order(4)
    void thePageShowsAndExportsIt() {
        var page = body(get("vanphong", "/returns/completeness?unit=SL&period=2018-10"));
        assertThat(page).contains("Đã nhận 11/12 (91,7\u00a0%)", "Quá hạn 1", "Vực Trầu", "Nhắc tất cả");
        assertThat(page).contains("href=\"/returns/SL-12/TH-THANG/2018-10\"");
        assertThat(body(get(
                        "vanphong", "/returns/completeness/export?unit=SL&period=2018-10&format=csv&sort=-missing")))
                .contains(
                        "\"Đảng ủy xã Vực Trầu\",\"1\",\"0\",\"0.0\",\"0\",\"0\",\"0.0\",\"0\",\"0\",\"1\",\"1\",\"0\",\"0\"");
        assertThat(body(get("xa01", "/returns/completeness?period=2018-10")))
                .contains("Bến Lam")
                .doesNotContain("Vực Trầu", "Nhắc tất cả");
        assertThat(get("xa01", "/returns/completeness?unit=SL&period=2018-10")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("xa01", "/returns/completeness/remind", Map.of("unit", "SL", "period", "2018-10")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @Order(5)
    void everybodyWhoMakesAMissingReturnIsToldOnceADay() {
        var asked = Map.of("unit", "SL", "period", "2018-10");
        assertThat(post("vanphong", "/returns/completeness/remind", asked)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(post("vanphong", "/returns/completeness/remind", asked)).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(jdbc.queryForList(
                        "select a.login from notification.notice n join identity.account a on a.id = n.account_id"
                                + " where n.text_key = 'reporting.notice.reminded' order by 1",
                        String.class))
                .containsExactly("bithu12", "xa12");
        assertThat(body(get("xa12", "/inbox"))).contains("Chưa có báo cáo tháng 10/2018 của Vực Trầu; hạn 31/10/2018");
    }

    @Test
    @Order(6)
    void moreTimeNeedsADateAndAReasonAndIsLogged() {
        var asked = Map.of("unit", "SL", "period", "2018-10", "until", "2018-11-05");
        assertThat(post("vanphong", "/returns/completeness/extend", asked)).hasStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(board(OCTOBER).whole().overdue()).isEqualTo(1);

        var reason = "Cả xã chống lũ";
        assertThat(post(
                        "vanphong",
                        "/returns/completeness/extend",
                        Map.of("unit", "SL", "period", "2018-10", "until", "2018-11-05", "reason", reason)))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(board(OCTOBER).whole().overdue()).isZero();
        assertThat(board(OCTOBER).whole().missing()).isEqualTo(1);
        assertThat(jdbc.queryForList("select due_before, due_on, reason from reporting.extension"))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .extracting(Object::toString)
                        .containsExactly("2018-10-31", "2018-11-05", reason));
        assertThat(body(get("vanphong", "/returns/SL-12/TH-THANG/2018-10/history")))
                .contains(reason, "05/11/2018");
        assertThat(body(get("vanphong", "/returns?period=2018-10"))).contains("05/11/2018");
        assertThat(body(get("vanphong", "/returns?period=2018-10"))).doesNotContain("trễ 1 ngày");
    }

    @Test
    @Order(7)
    void anEarlierDateIsNotGiven() {
        post(
                "vanphong",
                "/returns/completeness/extend",
                Map.of("unit", "SL", "period", "2018-10", "until", "2018-11-03", "reason", "nhầm"));

        assertThat(jdbc.queryForObject("select max(due_on) from reporting.extension", LocalDate.class))
                .isEqualTo(LocalDate.of(2018, 11, 5));
        assertThat(jdbc.queryForObject("select count(*) from reporting.extension", Integer.class))
                .isEqualTo(1);
    }

    @Test
    @Order(8)
    void theCalendarSaysWhatIsDue() {
        var due =
                viewer.as(Viewer.SYSTEM, () -> calendar.of(district(), YearMonth.of(2018, 9), YearMonth.of(2018, 10)));
        assertThat(due)
                .extracting(one -> one.day() + " " + one.form().code() + " "
                        + one.standing().received() + "/" + one.standing().expected())
                .containsExactly("2018-09-30 TH-THANG 12/12", "2018-10-31 TH-THANG 11/12");
        assertThat(body(get("vanphong", "/returns/calendar?month=2018-10")))
                .contains("Lịch nộp báo cáo, Tháng 10/2018", "31/10/2018", "11/12");
        assertThat(body(get("xa01", "/returns/calendar?month=2018-11")))
                .contains("href=\"/returns/SL-01/TH-THANG/2018-11\"");
        assertThat(get("vanphong", "/returns/calendar?month=2018-13")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    @Order(9)
    void theCalendarGoesIntoACalendarProgram() {
        var file = body(get("vanphong", "/returns/calendar/export"));

        assertThat(file).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(file).contains("UID:SL-TH-THANG-2018-11@giaoban\r\n", "DTSTART;VALUE=DATE:20181130\r\n");
        assertThat(file.split("BEGIN:VEVENT")).hasSize(13);
        assertThat(file.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(file.replace("\r\n ", ""))
                .contains("SUMMARY:Báo cáo công tác tháng của đảng bộ cơ sở\\, tháng 11/2018");
    }

    private MvcTestResult get(String login, String address) {
        return mvc.get().uri(address).with(SignIn.as(accounts, login)).exchange();
    }

    private MvcTestResult post(String login, String address, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(csrf()).with(SignIn.as(accounts, login));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
