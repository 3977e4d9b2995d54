package org.giaoban.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.InVietnamese;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An installation that says where it stands says so on every public page, under whatever name a request came in. */
@GiaoBanTest(story = "vu-quang-2018-11")
@ExtendWith(InVietnamese.class)
class LastingAddressTest {

    private static final String OURS = "https://songlam.example";
    private static final String THEIRS = "la.example";
    private static final String SERIES = "/so-lieu-cong-khai/tc17-sl-quarter";

    private static final List<String> PAGES = List.of(
            "/",
            "/tin",
            "/rss.xml",
            "/tin/su-kien/atom.xml",
            "/sitemap.xml",
            "/robots.txt",
            SERIES,
            SERIES + ".json",
            SERIES + ".csv",
            "/so-lieu-cong-khai/danh-muc.json",
            "/lich-cong-tac?tu=2018-11-14",
            "/lich-cong-tac.ics");

    @Autowired
    MockMvcTester mvc;

    @DynamicPropertySource
    static void site(DynamicPropertyRegistry registry) {
        registry.add("giaoban.mail.site", () -> OURS);
    }

    @Test
    void theArticleSaysItsLastingAddressToEverybodyWhoPassesItOn() {
        var href = Jsoup.parse(body("/tin")).select("main .gb-story h2 a").attr("href");
        var page = Jsoup.parse(body(href));

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(OURS + href);
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(OURS + href);
        assertThat(page.select("a[href^=mailto:]").attr("href"))
                .contains("https%3A%2F%2Fsonglam.example")
                .doesNotContain(THEIRS);
        assertThat(page.html()).doesNotContain(THEIRS);
    }

    @Test
    void noPublicPageRepeatsTheNameARequestCameUnder() {
        var wrong = new ArrayList<String>();
        for (var path : PAGES) {
            if (body(path).contains(THEIRS)) {
                wrong.add(path);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(body(SERIES + ".json")).contains("\"" + OURS + SERIES + "\"");
        assertThat(body("/so-lieu-cong-khai/danh-muc.json")).contains(OURS + SERIES + ".csv");
        assertThat(body("/lich-cong-tac.ics").replace("\r\n ", "")).contains("URL:" + OURS + "/lich-cong-tac");
    }

    private String body(String path) {
        var answer = mvc.get()
                .uri(path)
                .with(sent -> {
                    sent.setServerName(THEIRS);
                    return sent;
                })
                .exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
