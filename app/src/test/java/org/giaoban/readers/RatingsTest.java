package org.giaoban.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.giaoban.platform.StoryClock;
import org.giaoban.portal.ArticleId;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest(story = "vu-quang-2018-11")
class RatingsTest {

    @Autowired
    Ratings ratings;

    @Autowired
    Visitors visitors;

    @Autowired
    Forgetting forgetting;

    @Autowired
    StoryClock clock;

    @Autowired
    DSLContext db;

    @Autowired
    MockMvcTester mvc;

    @Test
    void noVotesAreNoMean() {
        var article = visitors.article("to-tiet-kiem");

        assertThat(ratings.of(article.id()).words()).isEqualTo("Chưa có đánh giá");
        assertThat(mvc.get().uri(article.href()).exchange()).bodyText().contains("Chưa có đánh giá");
    }

    @Test
    void aReaderHasOneVoteAndMayChangeIt() {
        var article = visitors.article("bi-thu-dang-uy-xa-dong-trem").id();

        assertThat(cast(article, 5, "192.0.2.1").words()).isEqualTo("5/5 sao, 1 lượt đánh giá");
        assertThat(cast(article, 2, "192.0.2.1").words()).isEqualTo("2/5 sao, 1 lượt đánh giá");
        assertThat(cast(article, 5, "192.0.2.2").words()).isEqualTo("3,5/5 sao, 2 lượt đánh giá");
        assertThat(cast(article, 1, "2001:db8:1:2:aaaa::1").votes()).isEqualTo(3);
        assertThat(cast(article, 1, "2001:db8:1:2:bbbb::9").votes()).isEqualTo(3);
    }

    @Test
    void votesOfManyAtOnceAddUp() throws Exception {
        var article = visitors.article("doan-vien-song-lam").id();
        try (var threads = Executors.newFixedThreadPool(12)) {
            var acts = IntStream.range(0, 120)
                    .<Callable<Rating>>mapToObj(turn -> () -> cast(article, 1 + turn % 5, "192.0.2." + turn % 40))
                    .toList();
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }
        var kept = db.fetchOne("select count(*), sum(stars) from readers.vote where article_id = ?", article.value());
        assertThat(ratings.of(article)).isEqualTo(new Rating(kept.get(0, int.class), kept.get(1, int.class)));
        assertThat(ratings.of(article).votes()).isEqualTo(40);
    }

    @Test
    void nothingThatIsKeptSaysWhoVotedAndItIsForgottenWithTheMonth() {
        var article = visitors.article("lay-y-kien-du-thao").id();
        cast(article, 4, "192.0.2.77");
        var kept = db.fetch("select encode(reader, 'escape') from readers.vote").formatCSV();
        assertThat(kept).doesNotContain("192.0.2.77", "Firefox");

        var before = clock.instant();
        clock.startAt(before.plus(Duration.ofDays(40)));
        forgetting.run();
        assertThat(db.fetchCount(db.selectFrom("readers.vote"))).isZero();
        assertThat(db.fetchCount(db.selectFrom("readers.reader_key where purpose = 'VOTE'")))
                .isZero();
        assertThat(ratings.of(article)).isEqualTo(new Rating(1, 4));
        clock.startAt(before);
    }

    @Test
    void aVoteWorksWithoutScriptCookieOrTokenButNotFromAnotherSite() {
        var article = visitors.article("lich-tiep-cong-dan");
        var uri = "/ban-doc/" + article.id() + "/danh-gia";

        var voted = Visitors.post(mvc, uri, "198.51.100.9", "stars", "4");
        assertThat(voted).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(voted.getResponse().getHeader("Location")).endsWith("/cam-on?viec=danh-gia");
        assertThat(voted.getResponse().getHeaders("Set-Cookie")).isEmpty();
        assertThat(Visitors.post(mvc, uri, "198.51.100.9", "stars", "6")).hasStatus(HttpStatus.CONFLICT);

        var foreign = mvc.post().uri(uri).header("Sec-Fetch-Site", "cross-site").param("stars", "1");
        assertThat(foreign.exchange()).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post()
                        .uri(uri)
                        .header("Origin", "https://evil.example")
                        .param("stars", "1")
                        .exchange())
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(ratings.of(article.id())).isEqualTo(new Rating(1, 4));
    }

    @Test
    void oneSenderDoesNotVoteOnEverythingAtOnce() {
        var uri = "/ban-doc/" + visitors.article("lich-tiep-cong-dan").id() + "/danh-gia";
        var refused = IntStream.range(0, 25)
                .filter(turn -> Visitors.post(mvc, uri, "203.0.113.50", "stars", "5")
                                .getResponse()
                                .getStatus()
                        == 409)
                .count();
        assertThat(refused).isEqualTo(5);
    }

    private Rating cast(ArticleId article, int stars, String address) {
        return ratings.cast(article, stars, new Sender(address, Visitors.BROWSER));
    }
}
