package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is public besides news is found by the search of the site, and its calendar goes into readers' own. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class FindAndSubscribeTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    @Test
    void documentsPagesFiguresAndPlansAreFoundWithoutTones() {
        press.out(
                Kind.PAGE,
                "SL",
                Map.of(
                        "slug",
                        "gio-lam",
                        "title",
                        "Giờ làm việc",
                        "body",
                        "<p>Phòng <b>tiếp dân</b> mở sáng thứ Hai.</p>"));
        press.out(Kind.PAPER, press.unit("SL"), PressOffice.paper("901-TB/HU", "Về việc nuôi tằm ở bãi sông", null));

        assertThat(get("/tin?q=phong tiep dan mo")).hasStatusOk().bodyText().contains("/trang/gio-lam");
        assertThat(get("/tin?q=nuoi tam"))
                .bodyText()
                .contains("Văn bản, trang thông tin", "<mark>nuôi</mark>", "901-TB/HU");
        assertThat(get("/tin?q=901-TB")).bodyText().contains("Về việc nuôi tằm");
        assertThat(get("/tin?q=dang vien moi ket nap")).bodyText().contains("/so-lieu-cong-khai/tc17-sl-quarter");
        assertThat(get("/tin?q=nuoi tam&category=thong-bao")).bodyText().doesNotContain("901-TB/HU");
    }

    @Test
    void aDraftIsNotFoundAndWhatWasTakenBackIsFoundNoMore() {
        press.prepared(Kind.PAPER, press.unit("SL"), PressOffice.paper("902-TB/HU", "Việc đào ao cá mẫu", null));
        assertThat(get("/tin?q=dao ao ca mau")).bodyText().doesNotContain("902-TB/HU");
    }

    @Test
    void theCalendarIsOneThatProgramsSubscribeTo() {
        press.out(
                Kind.WORK,
                "SL",
                Map.of(
                        "sort", "EVENT",
                        "title", "Hội chợ; nông sản, rất dài và có nhiều chữ tiếng Việt để dòng phải gãy ra làm đôi",
                        "onDay", "2018-11-20",
                        "untilDay", "2018-11-21",
                        "place", "Sân vận động"));
        var answer = get("/lich-cong-tac.ics");

        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        var text = answer.getResponse().getContentAsByteArray();
        var calendar = new String(text, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
        assertThat(calendar.lines())
                .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
        assertThat(calendar.replace("\r\n ", ""))
                .contains(
                        "SUMMARY:Hội chợ\\; nông sản\\, rất dài",
                        "DTSTART;VALUE=DATE:20181120\r\nDTEND;VALUE=DATE:20181122",
                        "SUMMARY:Giao ban Thường trực Huyện ủy tháng 11/2018",
                        "T073000\r\nDTEND;TZID=Asia/Ho_Chi_Minh:")
                .doesNotContain("Quy chế có hiệu lực");
        assertThat(get("/lich-cong-tac")).bodyText().contains("/lich-cong-tac.ics");
    }
}
