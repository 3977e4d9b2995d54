package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest
class PublicSearchTest {

    @Autowired
    PublicSite site;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DSLContext db;

    @BeforeEach
    void articles() {
        if (accounts.byLogin("tim.viet").isPresent()) {
            return;
        }
        var unit = UnitId.next();
        var author = newsroom.open("tim.viet", unit, Capability.ARTICLE_WRITE);
        var approver = newsroom.open("tim.duyet", unit, Capability.ARTICLE_APPROVE);
        publish(unit, author, approver, "Làng chè vào vụ", "<p>Xã có hai hợp tác xã, sản lượng tăng.</p>");
        publish(
                unit,
                author,
                approver,
                "Giao ban tháng 10",
                "<p>Huyện bàn việc phòng chống hạn cho cây chè ở các làng.</p>");
        publish(unit, author, approver, "Che mưa cho lớp học", "<p>Thanh niên dựng mái che ở làng.</p>");
        publish(unit, author, approver, "Chuyện cũ của làng", "<p>Chè xanh đãi khách.</p>");
        at("Chuyện cũ của làng", "2012-05-01");
        at("Che mưa cho lớp học", "2018-09-05");
        at("Giao ban tháng 10", "2018-10-05");
        at("Làng chè vào vụ", "2018-08-01");
        db.execute("update portal.version set category = 'nong-thon-moi' where title = 'Làng chè vào vụ'");
    }

    private void publish(UnitId unit, Viewer author, Viewer approver, String title, String body) {
        newsroom.published(unit, Newsroom.story(title, body), author, approver);
    }

    private void at(String title, String day) {
        db.execute(
                "update portal.article set first_published_at = ?::date where id = (select article_id from portal.version where title = ?)",
                day,
                title);
    }

    @Test
    void wordsInTheHeadlineComeFirstAndTonesDecideBetweenEquals() {
        assertThat(found("chè làng")).startsWith("Làng chè vào vụ").hasSize(4);
        assertThat(found("che lang")).hasSize(4);
        assertThat(found("che")).hasSize(4);
        assertThat(found("chè").getFirst()).isEqualTo("Làng chè vào vụ");
        assertThat(found("che mua lop hoc")).containsExactly("Che mưa cho lớp học");
        assertThat(found("không có từ này")).isEmpty();
        assertThat(found("   ")).isEmpty();
        assertThat(found("!!! & | ( ' :*")).isEmpty();
    }

    @Test
    void categoryAndDaysNarrowTheSearch() {
        assertThat(found("che", "nong-thon-moi", "", "")).containsExactly("Làng chè vào vụ");
        assertThat(found("che", "", "2018-09-05", "2018-09-05")).containsExactly("Che mưa cho lớp học");
        assertThat(found("che", "", "", "2015-12-31")).containsExactly("Chuyện cũ của làng");
        assertThat(found("che", "", "hôm qua", "2018-13-45")).hasSize(4);
    }

    @Test
    void theShelfFollowsWhatIsPublishedWhoeverChangesIt() {
        assertThat(db.fetchCount(db.selectFrom("portal.shelf")))
                .isEqualTo(db.fetchCount(db.selectFrom("portal.version where state = 'PUBLISHED'")));
        db.execute("update portal.version set state = 'REPLACED' where title = 'Chuyện cũ của làng'");
        assertThat(found("xanh dai khach")).isEmpty();
        db.execute("update portal.version set state = 'PUBLISHED' where title = 'Chuyện cũ của làng'");
        assertThat(found("xanh dai khach")).containsExactly("Chuyện cũ của làng");
    }

    @Test
    void thePageMarksWhatWasLookedForAndKeepsWhatWasAsked() {
        var page = mvc.get()
                .uri("/tin?q={q}&category=xay-dung-dang&from=2012-01-01&until=", "cây che")
                .exchange();
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("<mark>chè</mark>", "value=\"2012-01-01\"", "value=\"cây che\"");
        assertThat(mvc.get().uri("/tin?q={q}", "<script>x</script>").exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>x");
        assertThat(mvc.get().uri("/tin?q=&page=99999").exchange()).hasStatusOk();
    }

    @Test
    void neighboursAreThoseOfTheSameCategory() {
        var shown = site.shown("che-mua-cho-lop-hoc");
        var onward = site.onward(shown);
        assertThat(onward.older().title()).isEqualTo("Chuyện cũ của làng");
        assertThat(onward.newer().title()).isEqualTo("Giao ban tháng 10");
    }

    private List<String> found(String words) {
        return found(words, "", "", "");
    }

    private List<String> found(String words, String category, String from, String until) {
        var query = ArticleQuery.of(words, category, from, until, "1");
        return query.empty()
                ? List.of()
                : site.search(query, 20).stream()
                        .map(each -> each.teaser().title())
                        .toList();
    }
}
