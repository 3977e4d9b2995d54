package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.pages.KeptPages;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@GiaoBanTest
class KeptPublicPagesTest {

    private static final String BROWSER = "Mozilla/5.0 (X11; rv:128.0) Gecko/20100101 Firefox/128.0 ";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Publishing publishing;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Views views;

    @Autowired
    KeptPages pages;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DSLContext db;

    UnitId unit;
    Viewer author;
    Viewer approver;
    String number;
    String href;
    ArticleId id;

    @BeforeEach
    void anArticle() {
        unit = UnitId.next();
        number = UUID.randomUUID().toString().substring(24);
        author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_APPROVE);
        id = newsroom.published(unit, Newsroom.story("Bài " + number, "<p>Lần một</p>"), author, approver);
        href = "/tin/xay-dung-dang/bai-" + number;
    }

    /** Changed behind everybody's back, so that whoever shows the new text has asked the database. */
    private void behind(String text) {
        db.execute("update portal.version set body = ? where article_id = ?", "<p>" + text + "</p>", id.value());
    }

    @Test
    void aVisitorGetsTheKeptPageAndSomebodySignedInAFreshOne() {
        assertThat(get(href)).bodyText().contains("Lần một");
        behind("Lần hai");

        assertThat(get(href)).bodyText().contains("Lần một");
        assertThat(mvc.get().uri(href).cookie(new Cookie("giaoban", "x")).exchange())
                .bodyText()
                .contains("Lần hai");
        assertThat(get(href + "?lang=en")).hasStatusOk();
        pages.changed();
        assertThat(get(href)).bodyText().contains("Lần hai");
    }

    @Test
    void whatIsPublishedIsReadInTheSameMomentAndWhatIsRolledBackChangesNothing() {
        assertThat(get("/tin/xay-dung-dang")).bodyText().contains("Bài " + number);
        newsroom.published(unit, Newsroom.story("Sau " + number, "<p>a</p>"), author, approver);
        assertThat(get("/tin/xay-dung-dang")).bodyText().contains("Sau " + number);
        assertThat(get("/rss.xml")).bodyText().contains("Sau " + number);
        assertThat(get("/sitemap.xml")).bodyText().contains("/sau-" + number);

        var before = get(href).getResponse().getHeader("ETag");
        transactions.executeWithoutResult(status -> {
            db.execute("update portal.version set title = 'Không bao giờ' where article_id = ?", id.value());
            pages.changed();
            status.setRollbackOnly();
        });
        assertThat(get(href).getResponse().getHeader("ETag")).isEqualTo(before);
        assertThat(get(href)).bodyText().doesNotContain("Không bao giờ");
    }

    @Test
    void aCorrectionIsSeenAtOnceByEverybodyHoweverManyRead() throws Exception {
        try (var readers = Executors.newFixedThreadPool(8)) {
            for (var turn = 0; turn < 15; turn++) {
                var text = "Bản sửa " + turn;
                var reading = IntStream.range(0, 8)
                        .mapToObj(reader -> readers.submit(() -> get(href)))
                        .toList();
                viewer.run(author, () -> articles.correct(id));
                var revision = articles(text);
                viewer.run(approver, () -> publishing.publish(id, revision));
                assertThat(get(href)).bodyText().contains(text);
                for (var each : reading) {
                    each.get();
                }
                assertThat(get(href)).bodyText().contains(text);
            }
        }
    }

    private int articles(String text) {
        return viewer.as(author, () -> {
            var open = articles.get(id).version();
            articles.save(id, open.hands().revision(), Newsroom.story("Bài " + number, "<p>" + text + "</p>"));
            articles.submit(id);
            return articles.get(id).version().hands().revision();
        });
    }

    @Test
    void aReaderWhoHasThePageIsToldSoAndOnlyItsNumbersMayRunOn() {
        var first = get(href);
        var etag = first.getResponse().getHeader("ETag");
        assertThat(first.getResponse().getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.getResponse().getHeader("Vary")).contains("Cookie", "Accept-Encoding");
        assertThat(mvc.get().uri(href).header("If-None-Match", etag).exchange())
                .hasStatus(HttpStatus.NOT_MODIFIED)
                .bodyText()
                .isEmpty();

        readers(3);
        assertThat(get(href).getResponse().getHeader("ETag")).isEqualTo(etag);
        pages.changed();
        assertThat(get(href).getResponse().getHeader("ETag")).isEqualTo(etag);
        behind("Lần ba");
        pages.changed();
        assertThat(get(href).getResponse().getHeader("ETag")).isNotEqualTo(etag);
    }

    @Test
    void theSameHeadersGuardAKeptPageAndNoCookieComesWithIt() {
        var fresh = get("/tin/thong-bao").getResponse();
        var kept = get("/tin/thong-bao").getResponse();
        for (var name : new String[] {
            "Content-Security-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "Content-Type",
            "Cross-Origin-Opener-Policy"
        }) {
            assertThat(kept.getHeader(name)).as(name).isNotNull().isEqualTo(fresh.getHeader(name));
        }
        assertThat(kept.getHeaders("Content-Security-Policy")).hasSize(1);
        assertThat(kept.getCookies()).isEmpty();
        assertThat(fresh.getCookies()).isEmpty();
        assertThat(get("/tin/thong-bao")).bodyText().doesNotContain("name=\"csrf\"");
    }

    @Test
    void readingsOfAKeptPageAreCountedEachVisitorOnceAndShown() throws IOException {
        assertThat(get(href)).bodyText().contains("0 lượt xem");
        readers(1100);
        readers(500);
        views.flush();

        pages.changed();
        assertThat(get(href)).bodyText().contains("1.100 lượt xem");
        var packed = mvc.get().uri(href).header("Accept-Encoding", "gzip, br").exchange();
        assertThat(packed.getResponse().getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var plain = new GZIPInputStream(
                new ByteArrayInputStream(packed.getResponse().getContentAsByteArray()))) {
            assertThat(new String(plain.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(get(href).getResponse().getContentAsString())
                    .contains("1.100 lượt xem");
        }
        assertThat(mvc.get().uri(href).cookie(new Cookie("lang", "en")).exchange())
                .bodyText()
                .contains("1,100");
    }

    @Test
    void errorsAndMovedArticlesAreNotKept() {
        assertThat(get("/tin/xay-dung-dang/chua-co-" + number)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/tin/nong-thon-moi/bai-" + number)).hasStatus(HttpStatus.MOVED_PERMANENTLY);
        newsroom.published(unit, Newsroom.story("Chưa có " + number, "<p>a</p>"), author, approver);
        assertThat(get("/tin/xay-dung-dang/chua-co-" + number)).hasStatusOk();
    }

    private void readers(int count) {
        for (var reader = 0; reader < count; reader++) {
            mvc.get().uri(href).header("User-Agent", BROWSER + reader).exchange();
        }
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).exchange();
    }
}
