package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.Stories;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An extraordinary plenary of one day that reviews five years of branch meetings: what was told there stands in the
 * register down to the commune and the month, and each branch meeting of two years explains its own score.
 */
@GiaoBanTest(story = "ky-son-2022-06")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KySonStoryTest {

    /** Points by hand, and for what is measured the best step it reaches, added up without the program. */
    private static final String TOLD_OTHERWISE = """
            with line as (
                select v.id as sheet, l as line
                from evaluation.sheet v, jsonb_array_elements(v.body -> 'sections') s, jsonb_array_elements(s -> 'lines') l
            ), point as (
                select s.id, s.total, coalesce(p.points, case
                    when e.part is null or e.whole = 0 then (l.line ->> 'without')::numeric
                    else coalesce((
                        select max((step ->> 'points')::numeric) from jsonb_array_elements(l.line -> 'steps') step
                        where e.part * case when e.whole is null then 1 else 100 end
                            >= (step ->> 'from')::numeric * coalesce(e.whole, 1)), 0)
                    end) as points
                from evaluation.score s
                join line l on l.sheet = s.sheet_id
                left join evaluation.score_point p
                    on p.score_id = s.id and p.side = 'FINAL' and p.line = l.line ->> 'code' and l.line ->> 'measure' is null
                left join evaluation.score_evidence e on e.score_id = s.id and e.measure = l.line ->> 'measure'
                where s.state = 'DECIDED'
            )
            select id, total, sum(points) as lines from point
            group by id, total having total is distinct from sum(points) or count(*) <> count(points)""";

    private static final String FIVE_YEARS = "2017-07..2022-05";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Stories stories;

    private Screens screens;
    private Page office;

    @BeforeAll
    void logIn() {
        screens = new Screens(port);
        office = screens.as("mk-vanphong");
    }

    @AfterAll
    void leave() {
        screens.close();
    }

    @Test
    void sevenHundredAndThirtySixWereAdmittedAndEveryOneHasARow() {
        screens.go(office, "/figures/MK/TC17/" + FIVE_YEARS);
        assertThat(office.locator("main")).containsText("736");
        for (var unit = 1; unit <= 14; unit++) {
            assertThat(office.locator("main a[href*='/MK-%02d/']".formatted(unit))
                            .first())
                    .isVisible();
        }
        var years = new LinkedHashMap<String, String>(Map.of("2018", "158", "2019", "163", "2020", "149"));
        years.put("2021", "141");
        years.forEach((year, told) -> assertThat(
                        screens.go(office, "/figures/MK/TC17/" + year).locator("main"))
                .containsText(told));
    }

    @Test
    void thePlenaryHadTwoPartsNamedSpeakersAndOrdersWithOwners() {
        var id = plenary();
        assertThat(screens.go(office, "/meetings/" + id + "?tab=agenda").locator("main"))
                .containsText("Chỉ thị 13-CT/TU");
        assertThat(office.locator("main")).containsText("Bầu bổ sung ủy viên Ủy ban Kiểm tra");
        assertThat(jdbc.queryForList(
                        "select title from meetings.part where meeting_id = ? order by position",
                        String.class,
                        UUID.fromString(id)))
                .containsExactly("Buổi sáng", "Buổi chiều");
        assertThat(screens.go(office, "/meetings/" + id + "?tab=conclusions").locator("main"))
                .containsText("toàn Đảng bộ huyện kết nạp 736 đảng viên");
        assertThat(jdbc.queryForObject(
                        "select count(*) from tasks.task t join organization.unit u on u.id = t.unit_id where t.title like"
                                + " 'Phân công lại cấp ủy viên%' and u.code ~ '^MK-[0-9][0-9]$'",
                        Integer.class))
                .isEqualTo(14);
    }

    @Test
    void aRosterSaysWhoIsExpected() {
        assertThat(screens.go(office, "/members/MK-01-CB1").locator("main"))
                .containsText("20 đảng viên, 17 người phải dự sinh hoạt");
        assertThat(screens.go(office, "/members").locator("tbody tr")).hasCount(5);
    }

    @Test
    void aMeetingExplainsItsScoreLineByLine() {
        screens.go(office, "/evaluations/units/MK-01-CB1");
        office.locator("#trend-table tbody tr:has-text('thường kỳ tháng 5/2022') a.gb-fig")
                .click();
        var attendance = office.locator("tr[data-line='du-hop']");
        assertThat(attendance).containsText("đảng viên dự =");
        assertThat(office.locator("main")).containsText("Quy định 08-QĐ/TU ngày 15/9/2021");
        assertThat(office.locator("[data-total]")).not().hasText("–");
    }

    /** Worked out by hand from the sheet in force and the meeting's records: total, grade, then line by line. */
    @ParameterizedTest
    @CsvSource({
        "04/06/2020, 82, Khá, cb-noi-dung 8 cb-thong-bao 4 du-hop 16 th-trinh-tu 11 th-thoi-gian 10 th-phat-bieu 10"
                + " th-phe-binh 6 kt-ro 7 kt-viec-cu 10",
        "05/05/2022, 89, Khá, cb-noi-dung 7 cb-thong-bao 6 du-hop 17 th-trinh-tu 14 th-thoi-gian 10 th-phat-bieu 10"
                + " th-phe-binh 5 kt-ro 10 kt-viec-cu 10",
    })
    void aMonthsScoreStandsOnTheTrendAndOnItsSheet(String day, String total, String grade, String lines) {
        screens.go(office, "/evaluations/units/MK-01-CB1");
        var row = office.locator(
                "#trend-table tbody tr",
                new Page.LocatorOptions().setHas(office.locator("th", new Page.LocatorOptions().setHasText(day))));
        assertThat(row.locator("a.gb-fig")).hasText(total);
        assertThat(row.locator(".gb-shade")).hasText(grade);
        row.locator("a.gb-fig").click();
        assertThat(office.locator("[data-total]")).hasText(total);
        assertThat(office.locator("[data-grade]")).hasText(grade);
        var given = lines.split(" ");
        for (var at = 0; at < given.length; at += 2) {
            assertThat(office.locator("tr[data-line='" + given[at] + "'] td").last())
                    .hasText(given[at + 1]);
        }
    }

    @Test
    void thePlenarysMinutesAreSignedAndSayWhatWasSaid() {
        var id = plenary();
        var page = screens.go(office, "/meetings/" + id + "/minutes").locator("main");
        assertThat(page).containsText("Đã khóa");
        assertThat(page).containsText("Danh sách là phụ lục của báo cáo, không đưa vào biên bản.");
        assertThat(office.locator("#steps")).containsText("Già Văn Thái");
        assertThat(words("/meetings/" + id + "/minutes.docx"))
                .contains("01-BB/HU", "BIÊN BẢN", "toàn huyện kết nạp 736 người")
                .contains("Buổi sáng, từ 07 giờ 30: 1. Sơ kết 5 năm", "Buổi chiều, từ 13 giờ 30: 5. Quán triệt")
                .contains("Thị trấn Bản Xiêng: khối 1 gửi nội dung", "Xã Chà Lưu: mỗi chi ủy viên")
                .contains("tán thành 20, không tán thành 0", "Phân công lại cấp ủy viên", "25/06/2022");
    }

    @Test
    void theNoticeOfConclusionsWentOutTheSameDay() {
        screens.go(office, "/meetings/" + plenary() + "/minutes");
        office.locator("#notice a[href^='/documents/']").click();
        office.waitForLoadState();
        var file = office.locator(".gb-actions a[download]").getAttribute("href");
        assertThat(words(file))
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "HUYỆN ỦY MƯỜNG KHE", "01-TB/HU", "ngày 02 tháng 6 năm 2022")
                .contains("toàn Đảng bộ huyện kết nạp 736 đảng viên", "Bầu bổ sung một ủy viên Ủy ban Kiểm tra")
                .contains("Xây dựng bộ chuyên đề sinh hoạt", "Sáu chuyên đề,", "30/06/2022")
                .contains("Kiểm tra việc họp ghép", "30/09/2022", "Nơi nhận");
    }

    private String plenary() {
        return jdbc.queryForObject(
                "select id::text from meetings.meeting where kind = 'hop-bch-bat-thuong'", String.class);
    }

    private String words(String path) {
        return Screens.words(screens.download(office, path));
    }

    @Test
    void everyScoreIsTheSumOfItsLinesAndNamesTheSheetOfItsDay() {
        assertThat(jdbc.queryForObject("select count(*) from evaluation.score", Integer.class))
                .isEqualTo(99);
        assertThat(jdbc.queryForObject(
                        "select count(*) from evaluation.score s join evaluation.sheet v on v.id = s.sheet_id where"
                                + " v.valid_from > s.held_on or (s.held_on >= date '2021-09-15' and v.valid_from < date"
                                + " '2021-09-15')",
                        Integer.class))
                .isZero();
        assertThat(jdbc.queryForList(TOLD_OTHERWISE))
                .as("scores that are not the sum of their lines")
                .isEmpty();
    }

    @Test
    void whoVisitedNobodyStandsFirst() {
        assertThat(screens.go(office, "/followers?quarter=2022-Q2").locator("main"))
                .containsText("chưa dự buổi nào");
    }

    @Test
    void loadingItTwiceChangesNothing() {
        var before = rows();
        stories.load("ky-son-2022-06");
        assertThat(rows()).isEqualTo(before);
    }

    private String rows() {
        return jdbc.queryForObject(
                "select concat_ws(' ', (select count(*) from organization.unit), (select count(*) from people.person),"
                        + " (select count(*) from tasks.task), (select count(*) from meetings.meeting),"
                        + " (select count(*) from meetings.attendee), (select count(*) from evaluation.score),"
                        + " (select count(*) from evaluation.follower), (select count(*) from identity.account))",
                String.class);
    }
}
