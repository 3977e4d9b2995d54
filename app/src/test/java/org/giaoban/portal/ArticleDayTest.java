package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Mandates;
import org.giaoban.organization.Organization;
import org.giaoban.people.People;
import org.giaoban.proofreading.Kind;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Names and titles are judged by the register of the day a text speaks of. */
@GiaoBanTest(story = "vu-quang-2018-11")
class ArticleDayTest {

    private static final LocalDate THEN = LocalDate.of(2016, 5, 4);

    @Autowired
    ReceivedDrafts drafts;

    @Autowired
    ArticleProof proof;

    @Autowired
    Articles articles;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Mandates mandates;

    @Autowired
    People people;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    DSLContext db;

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
    void titlesAreJudgedByTheMandatesOfTheTextsDay() {
        var commune = organization.idOf("SL-12");
        var before = LocalDate.of(2016, 5, 4);
        var former = mandates.in(commune, before).stream()
                .filter(each -> each.post().equals("BI_THU"))
                .findFirst()
                .orElseThrow();
        var now = mandates.holder(commune, "BI_THU", LocalDate.of(2018, 11, 5)).orElseThrow();
        var name = people.names(List.of(former.person())).get(former.person());
        assertThat(now.person()).isNotEqualTo(former.person());
        var body = "<p>Đồng chí " + name + ", " + former.title() + ", dự buổi lễ.</p>";

        var old = viewer.as(Viewer.SYSTEM, () -> received(commune, "Buổi lễ cũ " + System.nanoTime(), before, body));
        assertThat(kinds(old)).doesNotContain(Kind.TITLE);
        var wrong = "<p>Đồng chí " + name + ", Phó " + former.title() + ", dự buổi lễ.</p>";
        var other =
                viewer.as(Viewer.SYSTEM, () -> received(commune, "Buổi lễ sai " + System.nanoTime(), before, wrong));
        assertThat(kinds(other)).contains(Kind.TITLE);
    }

    @Test
    void aCorrectionIsReadAsOfTheDayTheArticleCameOut() {
        var id = received("Tin đã đăng " + System.nanoTime(), null);
        publish(id);
        db.execute("update portal.article set first_published_at = '2016-05-04T03:00:00Z' where id = ?", id.value());

        assertThat(viewer.as(author, () -> proof.matter(articles.get(id)).day()))
                .isEqualTo(THEN);
    }

    private List<Kind> kinds(ArticleId id) {
        return viewer.as(Viewer.SYSTEM, () -> proof.remarks(id)).stream()
                .map(remark -> remark.kind())
                .toList();
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
