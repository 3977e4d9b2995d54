package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands around a public article for readers and for machines: threads, neighbours, its other language, what it is. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class ArticlePageTest {

    private static final String ROAD = "/tin/nong-thon-moi/xa-lam-thuong-lam-4-km-duong-thon-bang-cong-suc-cua-dan";
    private static final String BOOKS = "/tin/su-kien/ngay-hoi-doc-sach-cua-thanh-nien-song-lam-nam-2018";
    private static final String BRIEFING =
            "/tin/xay-dung-dang/thuong-truc-huyen-uy-giao-ban-cong-tac-xay-dung-dang-thang-10-2018";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Newsroom newsroom;

    @Autowired
    JsonMapper json;

    @Test
    void theKickerThePlaceTheTopicAndTheTagsStandWhereReadersLookForThem() {
        var page = page(ROAD);

        assertThat(page.select(".gb-kicker-more").text()).isEqualTo("Dân bàn, dân làm");
        assertThat(page.select(".gb-lead").text()).startsWith("Lam Thượng – Cán bộ thôn");
        assertThat(page.select(".gb-threads a").eachText())
                .containsExactly("Về đích nông thôn mới 2018", "đường thôn", "hiến đất", "Lam Thượng");
        for (var thread : page.select(".gb-threads a").eachAttr("href")) {
            assertThat(stories(page(thread))).as(thread).contains(ROAD);
        }
        assertThat(stories(page("/chu-de/viec-giao-viec-xong")))
                .contains(BRIEFING)
                .doesNotContain(ROAD);
    }

    @Test
    void theSameArticleInTheOtherLanguageIsOneLinkAwayAndSaidToSearchEngines() {
        var page = page(ROAD);
        var english = page.select(".gb-other-language a").attr("href");

        assertThat(page.select("link[hreflang=vi]").attr("href")).isEqualTo(ROAD);
        assertThat(page.select("link[hreflang=en]").attr("href")).isEqualTo(english);
        var other = page(english);
        assertThat(other.select("main article").attr("lang")).isEqualTo("en");
        assertThat(other.select("link[hreflang=vi]").attr("href")).isEqualTo(ROAD);
        assertThat(other.select(".gb-other-language a").attr("href")).isEqualTo(ROAD);
    }

    @Test
    void whoeverPassesAnArticleOnShowsItsTitlePictureAndLastingAddress() {
        var page = page(ROAD);
        var address = page.select("link[rel=canonical]").attr("href");

        assertThat(address).startsWith("http").endsWith(ROAD);
        assertThat(open(page, "url")).isEqualTo(address);
        assertThat(open(page, "type")).isEqualTo("article");
        assertThat(open(page, "title")).isEqualTo("Xã Lam Thượng làm 4 km đường thôn bằng công sức của dân");
        assertThat(open(page, "description")).startsWith("Cán bộ thôn đi từng nhà");
        assertThat(open(page, "image")).matches("http.*/anh/[0-9a-f-]{36}");
    }

    @Test
    void besideAnArticleStandTheSameTopicAndWhatIsMostAlike() {
        var unit = UnitId.next();
        var topic = new Version.Labels("", "", "nong-thon-moi-2018", List.of(), List.of());
        newsroom.published(
                unit,
                Newsroom.story(
                                "Thường trực Huyện ủy giao ban công tác xây dựng Đảng tháng 9/2018",
                                "<p>Tháng trước.</p>")
                        .with(Version.Credit.By.PERSON, topic, Version.Event.NONE),
                newsroom.open("viet.chin", unit, Capability.ARTICLE_WRITE),
                newsroom.open("duyet.chin", unit, Capability.ARTICLE_APPROVE));
        var page = page(BRIEFING);

        assertThat(beside(page, "Tin liên quan").getFirst()).contains("xay-dung-dang-thang-9-2018");
        assertThat(beside(page, "Tin liên quan"))
                .hasSizeLessThanOrEqualTo(5)
                .doesNotContain(BRIEFING)
                .allMatch(href -> href.startsWith("/tin/xay-dung-dang/"));
        assertThat(beside(page(ROAD), "Cùng chủ đề")).singleElement().asString().contains("xay-dung-dang-thang-9-2018");
    }

    @Test
    void machinesAreToldWhetherAPersonOrAnOfficeWroteItAndInWhichLanguage() {
        var road = told(page(ROAD)).get(0);
        assertThat(road.at("/author/@type").asString()).isEqualTo("Person");
        assertThat(road.at("/author/name").asString()).isEqualTo("Thu Hà");
        assertThat(road.at("/inLanguage").asString()).isEqualTo("vi");

        var books = told(page(BOOKS)).get(0);
        assertThat(books.at("/author/@type").asString()).isEqualTo("Organization");
        assertThat(books.at("/author/name").asString()).isEqualTo("Huyện đoàn Sông Lam");

        var english = page(page(ROAD).select(".gb-other-language a").attr("href"));
        assertThat(english.select("html").attr("lang")).isEqualTo("vi");
        assertThat(told(english).get(0).at("/inLanguage").asString()).isEqualTo("en");
    }

    @Test
    void anArticleAboutAnEventSaysWhenAndWhere() {
        var page = page(BOOKS);
        assertThat(page.select(".gb-happening").text())
                .contains("18/11/2018, 07:30", "Sân nhà văn hóa thị trấn Bến Lam");

        var told = told(page);
        assertThat(told).hasSize(3);
        var event = told.get(2);
        assertThat(event.at("/@type").asString()).isEqualTo("Event");
        assertThat(event.at("/name").asString()).isEqualTo("Ngày hội đọc sách của thanh niên Sông Lam năm 2018");
        assertThat(event.at("/startDate").asString()).isEqualTo("2018-11-18T07:30+07:00");
        assertThat(event.at("/endDate").asString()).isEqualTo("2018-11-18T16:00+07:00");
        assertThat(event.at("/location/name").asString()).isEqualTo("Sân nhà văn hóa thị trấn Bến Lam");
        assertThat(told(page(ROAD))).hasSize(2);
    }

    @Test
    void bothKindsOfFeedAreLinkedFromEveryPageAndEveryCategory() {
        for (var path : List.of("/", ROAD)) {
            assertThat(feeds(page(path))).containsExactly("/rss.xml", "/atom.xml");
        }
        var category = page("/tin/su-kien");
        assertThat(feeds(category))
                .containsExactlyInAnyOrder("/rss.xml", "/atom.xml", "/tin/su-kien/rss.xml", "/tin/su-kien/atom.xml");
        assertThat(category.select("main a[href=/tin/su-kien/rss.xml], main a[href=/tin/su-kien/atom.xml]"))
                .hasSize(2);
        assertThat(feeds(page("/tin"))).containsExactly("/rss.xml", "/atom.xml");
    }

    private static List<String> feeds(Document page) {
        return page.select("link[rel=alternate][type^=application/]").eachAttr("href");
    }

    private JsonNode told(Document page) {
        return json.readTree(page.select("script[type=application/ld+json]").html());
    }

    private static String open(Document page, String property) {
        return page.select("meta[property=og:" + property + "]").attr("content");
    }

    private static List<String> stories(Document page) {
        return page.select("main .gb-story h2 a").eachAttr("href");
    }

    private static List<String> beside(Document page, String heading) {
        return page.select("aside section:has(h2:containsOwn(" + heading + ")) a")
                .eachAttr("href");
    }

    private Document page(String path) {
        var answer = mvc.get().uri(java.net.URI.create(path)).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
