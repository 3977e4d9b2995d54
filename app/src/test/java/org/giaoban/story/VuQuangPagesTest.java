package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.story.PublicReader.number;

import java.math.BigDecimal;
import java.util.List;
import org.giaoban.story.PublicReader.Printed;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What visitors read before the briefing of November: the facts of the monthly story, and criteria commune by commune. */
@GiaoBanTest(story = "vu-quang-2018-11")
class VuQuangPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext db;

    private PublicReader reader;

    @BeforeEach
    void read() {
        reader = new PublicReader(mvc, db);
    }

    private Document article(String category, String start) {
        var link = reader.page("/tin/" + category)
                .select("main a[href^='/tin/" + category + "/" + start + "']")
                .first();
        assertThat(link).as(start).isNotNull();
        return reader.page(link.attr("href"));
    }

    @Test
    void theBriefingSaysWhatWasToldAndItsFiguresAreTheRows() {
        var page = article("xay-dung-dang", "thuong-truc-huyen-uy-giao-ban");
        assertThat(page.select("article").text())
                .contains("Nghị quyết 18-NQ/TW và Nghị quyết 19-NQ/TW")
                .contains("Bốn xã Cồn Soi, Khe Sậy, Rú Mây và Ngàn Dẻ")
                .contains("môi trường, nhà ở và thu nhập")
                .contains("chào cờ đầu tháng");
        assertThat(reader.figures(page)).extracting(Printed::code).containsExactly("TC17", "TC10");
        var admitted = StoryRows.of("returns/2018-09.csv").stream()
                .filter(row ->
                        row.get("indicator").equals("TC17") && !row.get("value").isBlank())
                .map(row -> new BigDecimal(row.get("value")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(number(reader.figures(page).getFirst().text())).isEqualTo(admitted.doubleValue());
        reader.opens(reader.figures(page), "12/12 đơn vị");
        reader.findsTheSiteAlive("huyện Sông Lam");
    }

    @Test
    void criteriaStandCommuneByCommune() {
        var page = article("nong-thon-moi", "sau-chin-thang");
        var figures = reader.figures(page);
        assertThat(figures).extracting(Printed::code).containsOnly("KX07").hasSize(7);
        var units = List.of("SL-02", "SL-08", "SL-05", "SL-07", "SL-04", "SL-03");
        for (var at = 0; at < units.size(); at++) {
            var row = StoryRows.of("returns/2018-09.csv", units.get(at)).stream()
                    .filter(line -> line.get("indicator").equals("KX07"))
                    .findFirst()
                    .orElseThrow();
            assertThat(number(figures.get(at + 1).text()))
                    .as(units.get(at))
                    .isEqualTo(Double.parseDouble(row.get("value")));
        }
        reader.opens(figures, "đơn vị");
    }
}
