package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.giaoban.story.PublicReader.Printed.figure;
import static org.giaoban.story.PublicReader.number;

import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.story.PublicReader.Printed;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What visitors read of a city's quarterly briefing: what stayed below plan and why, and the orders of the second quarter. */
@GiaoBanTest(story = "ha-tinh-2022-q1")
class HaTinhPagesTest {

    private static final List<Printed> TOLD = List.of(
            figure("TT01", "816"),
            figure("TT02", "36.186"),
            figure("TT07", "133"),
            figure("TT09", "102"),
            figure("TT10", "12"),
            figure("DV04", "25"),
            figure("DV05", "1.675"),
            figure("TC17", "23"),
            figure("TC19", "22,1 %"),
            figure("DV01", "15"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext db;

    private PublicReader reader;

    @BeforeEach
    void read() {
        reader = new PublicReader(mvc, db);
    }

    @Test
    void thePageSaysWhatWasToldAndEveryFigureOpens() {
        var page = reader.top();
        reader.printsAndOpens(page, "15/15 đơn vị", TOLD);
        assertThat(page.select("article").text())
                .contains("15/6/1957–15/6/2022")
                .contains("28/5/2007–28/5/2022")
                .contains("Tám kiến nghị")
                .contains("đơn khiếu nại, tố cáo")
                .contains("đối thoại");
        reader.findsTheSiteAlive("thành phố Bến Hồng");
    }

    @Test
    void theAnniversariesAndTheShareOfThePlanHold() {
        assertThat(2022 - 1957).isEqualTo(65);
        var said = reader.figures(reader.top()).stream()
                .collect(Collectors.toMap(Printed::code, printed -> number(printed.text())));
        var plan = db.fetchSingle(
                        "select sum(t.value) from indicators.target t join indicators.indicator i on i.id = t.indicator_id"
                                + " where i.code = 'TC17' and t.year = 2022 and t.superseded_at is null")
                .get(0, Double.class);
        assertThat(100 * said.get("TC17") / plan).isCloseTo(said.get("TC19"), within(0.05));
        assertThat(said.get("TT10")).isLessThan(said.get("TT09"));
    }

    @Test
    void theEightRequestsAreInTheLedger() {
        assertThat(db.fetchSingle("select count(*) from recommendations.recommendation")
                        .get(0, Integer.class))
                .isEqualTo(8);
    }
}
