package org.giaoban.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.giaoban.story.PublicReader.Printed.figure;
import static org.giaoban.story.PublicReader.number;

import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.story.PublicReader.Printed;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What visitors read of the extraordinary plenary: 736 admissions of 59 months as one figure and as its parts. */
@GiaoBanTest(story = "ky-son-2022-06")
class KySonPagesTest {

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
        reader.printsAndOpens(page, "14/", expected());
        assertThat(page.select("article").text())
                .contains("Chỉ thị 13-CT/TU ngày 05/7/2017")
                .contains("bầu bổ sung ủy viên Ủy ban Kiểm tra")
                .contains("nhiệm kỳ 2020–2025")
                .contains("Thị trấn Bản Xiêng")
                .contains("không ghi ai làm việc gì")
                .contains("làm ăn xa");
        reader.findsTheSiteAlive("huyện Mường Khe");
    }

    private static List<Printed> expected() {
        return List.of(
                figure("TC17", "736"),
                figure("TC17", "71"),
                figure("TC17", "158"),
                figure("TC17", "163"),
                figure("TC17", "149"),
                figure("TC17", "141"),
                figure("TC17", "54"),
                figure("SH05", "84,5 %"),
                figure("SH05", "81,9 %"),
                figure("SH05", "87,1 %"),
                figure("TC09", "15"));
    }

    @Test
    void theYearsAddUpToTheWhole() {
        var admitted = reader.figures(reader.top()).stream()
                .filter(printed -> printed.code().equals("TC17"))
                .map(printed -> number(printed.text()))
                .toList();
        assertThat(admitted.stream().skip(1).mapToDouble(Double::doubleValue).sum())
                .isEqualTo(admitted.getFirst())
                .isEqualTo(736);
    }

    @Test
    void theFigureOfFiveYearsNamesItsMonths() {
        var whole = reader.figures(reader.top()).getFirst();
        assertThat(reader.page(whole.href()).select("main").text())
                .contains("từ tháng 7/2017 đến tháng 5/2022")
                .contains("Đảng viên mới kết nạp");
        assertThat(reader.inside("/figures/MK/TC17/2017-07..2022-05", accounts, "mk-vanphong")
                        .text())
                .contains("736")
                .contains("Mường Khe sơ kết 5 năm");
    }
}
