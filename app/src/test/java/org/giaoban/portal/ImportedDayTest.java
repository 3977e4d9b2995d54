package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Texts that came out elsewhere stand under the day on which they did. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ImportedDayTest {

    private static final LocalDate THEN = LocalDate.of(2016, 5, 4);

    @Autowired
    ReceivedDrafts drafts;

    @Autowired
    Articles articles;

    @Autowired
    Newsroom newsroom;

    @Autowired
    PublicSite site;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    DSLContext db;

    @Autowired
    MockMvcTester mvc;

    UnitId unit;
    Viewer author;
    Viewer approver;

    @BeforeEach
    void theEditors() {
        unit = organization.idOf("SL");
        author = accounts.viewer(accounts.byLogin("bientap").orElseThrow()).orElseThrow();
        approver = accounts.viewer(accounts.byLogin("duyet").orElseThrow()).orElseThrow();
    }

    @Test
    void anImportedTextStandsUnderTheDayItFirstCameOut() {
        var id = received("Lễ phát động trồng cây " + System.nanoTime(), THEN);
        publish(id);

        var article = viewer.as(author, () -> articles.get(id).article());
        var page = "/tin/xay-dung-dang/" + article.slug();
        assertThat(mvc.get().uri(page))
                .hasStatusOk()
                .bodyText()
                .contains("04/05/2016", "\"datePublished\":\"2016-05-03T17:00:00Z\"")
                .doesNotContain("04/05/2016, 00:00");
        assertThat(site.newest(null, null).items())
                .isSortedAccordingTo(Comparator.comparing(Teaser::publishedAt).reversed())
                .filteredOn(each -> each.slug().equals(article.slug()))
                .extracting(Teaser::publishedAt)
                .containsExactly(Instant.parse("2016-05-03T17:00:00Z"));
        assertThat(db.fetchValue(
                        "select published_at = '2016-05-03T17:00:00Z' from portal.shelf where article_id = ?",
                        article.id().value()))
                .isEqualTo(true);
        var version = viewer.as(author, () -> articles.get(id).version());
        assertThat(version.hands().publishedAt()).isAfter("2018-11-01T00:00:00Z");
        assertThat(viewer.as(author, () -> articles.history(id)))
                .anyMatch(each -> each.act().equals("portal.published")
                        && each.at().isAfter(Instant.parse("2018-11-01T00:00:00Z")));
    }

    @Test
    void theEditorChangesTheDayOrTakesItAway() {
        var id = received("Ngày hội đọc sách " + System.nanoTime(), THEN);
        assertThat(mvc.get().uri("/articles/" + id + "/edit").with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"firstOn\" value=\"2016-05-04\"");

        assertThat(saved(id, "2031-01-01")).isEqualTo(422);
        assertThat(saved(id, "2017-03-02")).isEqualTo(303);
        assertThat(firstOn(id)).isEqualTo(LocalDate.of(2017, 3, 2));
        assertThat(saved(id, "")).isEqualTo(303);
        assertThat(firstOn(id)).isNull();

        publish(id);
        assertThat(viewer.as(author, () -> articles.get(id).article().firstPublishedAt()))
                .isEqualTo(viewer.as(
                        author, () -> articles.get(id).version().hands().publishedAt()));
    }

    private LocalDate firstOn(ArticleId id) {
        return viewer.as(
                author, () -> articles.get(id).version().story().credit().firstOn());
    }

    private int saved(ArticleId id, String firstOn) {
        var version = viewer.as(author, () -> articles.get(id).version());
        return mvc.post()
                .uri("/articles/" + id + "/save")
                .param("revision", String.valueOf(version.hands().revision()))
                .param("category", "xay-dung-dang")
                .param("title", version.story().title())
                .param("body", "<p>Bài.</p>")
                .param("firstOn", firstOn)
                .with(csrf())
                .with(SignIn.as(accounts, "bientap"))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private ArticleId received(String title, LocalDate firstOn) {
        return viewer.as(author, () -> received(unit, title, firstOn, "<p>Bài của ngày ấy.</p>"));
    }

    private ArticleId received(UnitId whose, String title, LocalDate firstOn, String body) {
        return drafts.start(whose, Newsroom.received(title, firstOn, body));
    }

    private void publish(ArticleId id) {
        newsroom.publish(id, author, approver);
    }
}
