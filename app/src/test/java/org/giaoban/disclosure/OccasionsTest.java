package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.giaoban.pages.KeptPages;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An event that an article announces stands in the public calendar, however long ago the article was published. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OccasionsTest {

    private static final String TITLE = "Ngày hội đọc sách của thanh niên Sông Lam năm 2018";
    private static final String ARTICLE = "/tin/su-kien/ngay-hoi-doc-sach-cua-thanh-nien-song-lam-nam-2018";
    private static final String WEEK = "/lich-cong-tac?tu=2018-11-14";
    private static final String WEEK_BEFORE = "/lich-cong-tac?tu=2018-11-07";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PressOffice press;

    @Autowired
    KeptPages pages;

    @Autowired
    DSLContext db;

    @Test
    @Order(1)
    void theWeekShowsTheEventOnItsDayWithItsHoursItsPlaceAndTheWayToTheArticle() {
        var sunday = Jsoup.parse(body(WEEK)).select(".gb-dayline:has(h2:containsOwn(18/11/2018)) .gb-entry");
        var event = sunday.stream()
                .filter(each -> each.text().contains(TITLE))
                .findFirst()
                .orElseThrow();

        assertThat(event.text()).contains("07:30 – 16:00", "Sân nhà văn hóa thị trấn Bến Lam");
        assertThat(event.select("a").attr("href")).isEqualTo(ARTICLE);
        assertThat(Jsoup.parse(body(WEEK_BEFORE))
                        .select(".gb-dayline:last-of-type .gb-entry strong")
                        .eachText())
                .as("what is coming")
                .contains(TITLE);
    }

    @Test
    @Order(2)
    void readersWhoSubscribeFindItInTheirOwnCalendar() {
        var event = subscribed().split("BEGIN:VEVENT");

        assertThat(event)
                .filteredOn(each -> each.contains("SUMMARY:" + TITLE))
                .singleElement()
                .asString()
                .contains(
                        ":20181118T073000",
                        ":20181118T160000",
                        "LOCATION:Sân nhà văn hóa thị trấn Bến Lam",
                        "/lich-cong-tac?tu=2018-11-18");
    }

    @Test
    @Order(3)
    void anEventThatWasLetOutForTheCalendarAndPointsToTheArticleIsToldOnce() {
        var id = press.out(
                Kind.WORK,
                "SL",
                Map.of("sort", "EVENT", "title", "Ngày hội sách", "onDay", "2018-11-18", "href", ARTICLE));
        assertThat(body(WEEK)).contains("Ngày hội sách").doesNotContain(TITLE);

        db.execute("delete from disclosure.item where id = ?", id);
        assertThat(body(WEEK)).contains(TITLE).doesNotContain("Ngày hội sách");
    }

    @Test
    @Order(4)
    void withTheArticleItsEventGoesToo() {
        db.execute("update portal.version set state = 'WITHDRAWN' where title = ?", TITLE);
        pages.changed();

        assertThat(body(WEEK)).doesNotContain(TITLE);
        assertThat(subscribed()).doesNotContain(TITLE);
    }

    /** The calendar with its long lines put together again. */
    private String subscribed() {
        return body("/lich-cong-tac.ics").replace("\r\n ", "");
    }

    private String body(String path) {
        var answer = mvc.get().uri(path).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
