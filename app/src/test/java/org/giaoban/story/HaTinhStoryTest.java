package org.giaoban.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import org.giaoban.platform.Stories;
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
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The reporting part of a city's quarterly briefing: wards and communes report what stayed below plan and why, ask for
 * things, and leave with orders for the second quarter. At the end the other stories are loaded beside it.
 */
@GiaoBanTest(story = "ha-tinh-2022-q1")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HaTinhStoryTest {

    private static final String PERIOD = "2022-Q1";

    @LocalServerPort
    private int port;

    @Autowired
    private Stories stories;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private Screens screens;
    private Page office;

    @BeforeAll
    void logIn() {
        screens = new Screens(port);
        office = screens.as("bh-vanphong");
    }

    @AfterAll
    void leave() {
        screens.close();
    }

    @Test
    @Order(1)
    void wardsAndCommunesReported() {
        screens.go(office, "/returns?period=" + PERIOD);
        assertThat(office.locator("tbody tr")).hasCount(15);
        assertThat(office.locator("main")).containsText("15/15");
        screens.go(office, "/returns?period=" + PERIOD + "&state=SUBMITTED");
        assertThat(office.locator("tbody tr")).hasCount(2);
    }

    @Test
    @Order(2)
    void whatStayedBelowThePlanSaysWhy() {
        screens.go(office, "/board/BH/" + PERIOD + "/figures?span=month");
        var admitted = office.locator("tbody tr:has(td:text-is('TC17'))");
        assertThat(admitted.locator("td.num").first()).hasText("23");
        screens.go(office, "/returns/BH-07/TH-KY/" + PERIOD);
        assertThat(office.locator("[name='r.TC17']")).hasValue("Hai hồ sơ còn chờ xác minh lý lịch nơi khác.");
        assertThat(office.locator("#said-TC17")).containsText("kế hoạch năm (1/8)");
        screens.go(office, "/board/BH/" + PERIOD + "/figures?span=month");
        assertThat(office.locator("tbody tr:has(td:text-is('DV01'))")
                        .locator("td.num")
                        .first())
                .hasText("15");
    }

    @Test
    @Order(3)
    void whatTheyAskForIsInTheLedger() {
        assertThat(screens.go(office, "/recommendations").locator("main"))
                .containsText("Mở thêm một lớp nhận thức về Đảng vào buổi tối");
    }

    @Test
    @Order(4)
    void everyWardLeavesWithItsOrders() {
        var drive = jdbc.queryForObject(
                "select count(*) from tasks.task where title like 'Đợt thi đua cao điểm%' and due_on = date '2022-06-15'"
                        + " and unit_id <> (select id from organization.unit where code = 'BH')",
                Integer.class);
        assertThat(drive).isEqualTo(15);
        var ward = screens.as("bh-bithu09");
        assertThat(screens.go(ward, "/tasks").locator("main"))
                .containsText("Đợt thi đua cao điểm chào mừng 15 năm thành lập thành phố");
        assertThat(ward.locator("main")).containsText("Kết nạp đảng viên bù phần thiếu của quý I");
    }

    @Test
    @Order(5)
    void storiesStandBesideEachOther() {
        stories.load("vu-quang-2018-11");
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2018, 11, 1));
        var before = rows();
        stories.load("ha-tinh-2022-q1");
        stories.load("vu-quang-2018-11");
        assertThat(rows()).isEqualTo(before);
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2018, 11, 1));
    }

    @Test
    @Order(6)
    void everybodySeesTheirOwn() {
        assertThat(screens.go(office, "/returns?period=" + PERIOD).locator("tbody tr"))
                .hasCount(15);
        assertThat(screens.go(office, "/").locator("h1")).isVisible();
        var district = screens.as("vanphong");
        assertThat(screens.go(district, "/returns?period=2018-10").locator("tbody tr"))
                .hasCount(12);
        assertThat(district.locator("main")).not().containsText("Bến Hồng");
        screens.go(office, "/board/BH/" + PERIOD + "/figures?span=month");
        assertThat(office.locator("tbody tr:has(td:text-is('TC17'))")
                        .locator("td.num")
                        .first())
                .hasText("23");
    }

    private String rows() {
        return jdbc.queryForObject(
                "select concat_ws(' ', (select count(*) from organization.unit), (select count(*) from people.person),"
                        + " (select count(*) from reporting.unit_return), (select count(*) from reporting.return_version),"
                        + " (select count(*) from tasks.task), (select count(*) from meetings.meeting),"
                        + " (select count(*) from identity.account), (select count(*) from access.granted_right))",
                String.class);
    }
}
