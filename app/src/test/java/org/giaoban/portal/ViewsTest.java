package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GiaoBanTest
class ViewsTest {

    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0; rv:128.0) Gecko/20100101 Firefox/128.0";

    @Autowired
    Views views;

    @Autowired
    PublicSite site;

    @Autowired
    Newsroom newsroom;

    @Autowired
    StoryClock clock;

    @Autowired
    DSLContext db;

    ArticleId article;
    String slug;

    @BeforeEach
    void anArticle() {
        var unit = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        var author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        var approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_APPROVE);
        article = newsroom.published(unit, Newsroom.story("Đếm " + number, "<p>a</p>"), author, approver);
        slug = "dem-" + number;
    }

    @Test
    void manyVisitorsAtOnceAreCountedExactlyAndReloadsAreNot() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var acts = IntStream.range(0, 160)
                    .mapToObj(turn -> Executors.callable(() -> read("192.0.2." + turn % 40, BROWSER)))
                    .toList();
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }
        assertThat(counted()).isEqualTo(40);
    }

    @Test
    void theSameVisitorCountsAgainInTheNextInterval() {
        read("192.0.2.1", BROWSER);
        read("192.0.2.1", BROWSER);
        assertThat(counted()).isEqualTo(1);

        clock.startAt(clock.instant().plus(Views.INTERVAL));
        read("192.0.2.1", BROWSER);
        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void machinesAreNotReaders() {
        read("192.0.2.1", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        read("192.0.2.1", "curl/8.5.0");
        read("192.0.2.1", "");

        assertThat(counted()).isZero();
    }

    @Test
    void nobodysAddressIsKeptAndWhoWasCountedIsForgotten() {
        read("192.0.2.77", BROWSER);
        views.flush();
        var kept = db.fetch("select encode(visitor, 'escape') from portal.view_seen")
                .formatCSV();
        assertThat(kept).doesNotContain("192.0.2.77", "Firefox");

        clock.startAt(clock.instant().plus(Views.INTERVAL.multipliedBy(3)));
        assertThat(views.forgetVisitors()).isPositive();
        assertThat(db.fetchCount(db.selectFrom("portal.view_seen"))).isZero();
        assertThat(counted()).isEqualTo(1);
    }

    private void read(String address, String browser) {
        views.read(article, new Views.Visitor(address, browser));
    }

    private long counted() {
        views.flush();
        return site.shown(slug).views();
    }
}
