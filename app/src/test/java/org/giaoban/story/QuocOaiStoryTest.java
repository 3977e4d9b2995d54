package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.giaoban.story.PublicReader.Printed.figure;
import static org.giaoban.story.PublicReader.number;

import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.platform.Stories;
import org.giaoban.story.PublicReader.Printed;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A year-end review with awards: what the public page says of grades and members stands in 43 accepted returns. */
@GiaoBanTest(story = "quoc-oai-2017")
class QuocOaiStoryTest {

    private static final List<Printed> TOLD = List.of(
            figure("TC01", "43"),
            figure("TC10", "trên 7.300"),
            figure("TC17", "153"),
            figure("XL01", "43"),
            figure("DG10", "22"),
            figure("DG11", "6"),
            figure("DG12", "20"),
            figure("DG13", "1"),
            figure("XL02", "2,3 %"),
            figure("DG14", "0"),
            figure("XL03", "22"),
            figure("XL04", "8"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext db;

    @Autowired
    Accounts accounts;

    @Autowired
    Stories stories;

    private PublicReader reader;

    @BeforeEach
    void read() {
        reader = new PublicReader(mvc, db);
    }

    @Test
    void thePageSaysWhatWasToldAndEveryFigureOpens() {
        var page = reader.top();
        assertThat(page.select("h1").text()).contains("Tổng kết công tác xây dựng Đảng năm 2017");
        reader.printsAndOpens(page, "43/43 đơn vị", TOLD);
        assertThat(page.select("article").text())
                .contains("Kỷ cương hành chính, quản lý chặt đất đai")
                .contains("Giấy khen");
        reader.findsTheSiteAlive("huyện Sài Viên");
    }

    @Test
    void theHeadSaysWhoAndWhereAndFiguresAreAsOfThePage() {
        var page = reader.top();
        assertThat(page.select("article").text())
                .contains("Huyện Sài Viên")
                .contains("Hồng Chiên")
                .contains("Đại diện 22 tổ chức cơ sở đảng nhận Giấy khen");
        assertThat(page.select("article img[alt^='Tranh minh họa']")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(reader.page(reader.figures(page).getFirst().href())
                        .select("main")
                        .text())
                .as("frozen when the article went out")
                .contains("23/01/2018 13:03");
    }

    @Test
    void thePageAddsUp() {
        var said = reader.figures(reader.top()).stream()
                .collect(Collectors.toMap(Printed::code, printed -> number(printed.text())));
        assertThat(said.get("DG10") + said.get("DG12") + said.get("DG13") + said.get("DG14"))
                .isEqualTo(said.get("XL01"))
                .isEqualTo(said.get("TC01"));
        assertThat(said.get("DG11")).isLessThan(said.get("DG10"));
        assertThat(100 * said.get("DG13") / said.get("XL01")).isCloseTo(said.get("XL02"), within(0.05));
    }

    @Test
    void everyFigureStandsOnTheRowsOfFortyThreeUnits() {
        for (var told : TOLD) {
            var passport = reader.inside("/figures/SV/" + told.code() + "/2017", accounts, "sv-vanphong");
            assertThat(passport.select("main").text()).as(told.code()).contains(told.text());
            for (var unit = 1; unit <= 43; unit++) {
                assertThat(passport.select("main a[href*='/SV-%02d/']".formatted(unit)))
                        .as(told.code() + " of unit " + unit)
                        .isNotEmpty();
            }
        }
        assertThat(reader.inside("/returns/SV-08/XL-NAM/2017", accounts, "sv-vanphong")
                        .select("main")
                        .text())
                .contains("Đã chấp nhận");
    }

    @Test
    void theMeetingIsClosedGaveItsOrdersAndLeadsToTheArticle() {
        var meeting = db.fetchSingle("select id from meetings.meeting where title like 'Hội nghị tổng kết%'")
                .get(0, String.class);
        assertThat(reader.inside("/meetings/" + meeting + "?tab=conclusions", accounts, "sv-vanphong")
                        .text())
                .contains("22 trong sạch vững mạnh, trong đó 6 tiêu biểu");
        assertThat(reader.inside("/meetings/" + meeting, accounts, "sv-kiemtra")
                        .select("main a[href^='/tin/xay-dung-dang/tong-ket']"))
                .isNotEmpty();
        assertThat(db.fetchSingle(
                                "select count(*) from tasks.task where title = 'Đăng ký việc làm theo chủ đề năm 2018'")
                        .get(0, Integer.class))
                .as("one order and one for each of 43 units")
                .isEqualTo(44);
    }

    @Test
    void loadingOnceMoreChangesNothing() {
        var before = rows();
        stories.load("quoc-oai-2017");
        assertThat(rows()).isEqualTo(before);
    }

    private String rows() {
        return db.fetchSingle(
                        "select concat_ws(' ', (select count(*) from organization.unit), (select count(*) from people.person),"
                                + " (select count(*) from indicators.indicator_version), (select count(*) from reporting.form),"
                                + " (select count(*) from reporting.return_version), (select count(*) from tasks.task),"
                                + " (select count(*) from portal.version), (select count(*) from indicators.frozen_figure))")
                .get(0, String.class);
    }
}
