package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.story.PublicReader.Printed.figure;
import static org.giaoban.story.PublicReader.number;

import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.identity.Accounts;
import org.giaoban.story.PublicReader.Printed;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What visitors read of the province's visit: every figure as it was told, with "over" and "nearly" where it was told so. */
@GiaoBanTest(story = "cau-ngang-2022-05")
class CauNgangPagesTest {

    private static final List<Printed> TOLD = List.of(
            figure("TT01", "3.615"),
            figure("TT02", "trên 210.000"),
            figure("TT03", "trên 98 %"),
            figure("TT04", "trên 85 %"),
            figure("TT05", "trên 65 %"),
            figure("TT07", "266"),
            figure("TT09", "96"),
            figure("TT10", "15"),
            figure("DV01", "159"),
            figure("DV02", "170"),
            figure("DV04", "31"),
            figure("KX01", "trên 25 %"),
            figure("KX02", "gần 14 %"),
            figure("KX03", "16,7 %"),
            figure("KX04", "1"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext db;

    @Autowired
    Accounts accounts;

    private PublicReader reader;

    @BeforeEach
    void read() {
        reader = new PublicReader(mvc, db);
    }

    @Test
    void thePageSaysWhatWasToldAndEveryFigureOpens() {
        var page = reader.top();
        reader.printsAndOpens(page, "15/15 đơn vị", TOLD);
        assertThat(page.select(".gb-body").text())
                .contains("trên tổng số đảng viên")
                .contains("trên tổng số đoàn viên, hội viên")
                .contains("trên tổng số hộ")
                .contains("so với cùng kỳ");
        reader.findsTheSiteAlive("huyện Giồng Sao");
    }

    @Test
    void threePercentagesHaveThreeDenominators() {
        stands("TT03", "5.292", "5.400");
        stands("TT04", "49.640", "58.400");
        stands("TT05", "22.750", "35.000");
        stands("KX03", "80.160", "480.000");
    }

    private void stands(String code, String numerator, String denominator) {
        assertThat(reader.inside("/figures/GS/" + code + "/2022-4M", accounts, "gs-vanphong")
                        .select("main")
                        .text())
                .as(code)
                .contains(numerator)
                .contains(denominator);
    }

    @Test
    void partsStayBelowTheirWhole() {
        var said = reader.figures(reader.top()).stream()
                .collect(Collectors.toMap(Printed::code, printed -> number(printed.text())));
        assertThat(said.get("TT10")).isLessThan(said.get("TT09"));
        assertThat(said.get("DV01")).isLessThan(said.get("DV02"));
        assertThat(said.get("TT02")).isEqualTo(210_000);
    }

    @Test
    void theVisitIsClosedAndLeadsToTheArticle() {
        var meeting = db.fetchSingle("select id from meetings.meeting where title like 'Làm việc với đoàn công tác%'")
                .get(0, String.class);
        assertThat(reader.inside("/meetings/" + meeting, accounts, "gs-kiemtra")
                        .select("main a[href^='/tin/xay-dung-dang/thuong-truc-tinh-uy']"))
                .isNotEmpty();
    }
}
