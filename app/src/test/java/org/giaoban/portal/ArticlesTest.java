package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@GiaoBanTest
class ArticlesTest {

    @Autowired
    Articles articles;

    @Autowired
    Publishing publishing;

    @Autowired
    PublicSite site;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    UnitId unit;
    Viewer author;
    Viewer approver;

    @BeforeEach
    void aNewsroom() {
        unit = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE);
    }

    @Test
    void whoWroteOrChangedATextDoesNotLetItOut() {
        var own = viewer.as(approver, () -> articles.start(unit, story("Tự viết")));
        viewer.run(approver, () -> articles.submit(own));
        refused(approver, () -> publishing.publish(own, revision(own)), "portal.article.second-person");

        var changed = viewer.as(author, () -> articles.start(unit, story("Người khác sửa")));
        viewer.run(approver, () -> articles.save(changed, revision(changed), story("Đã sửa")));
        viewer.run(author, () -> articles.submit(changed));
        refused(approver, () -> publishing.publish(changed, revision(changed)), "portal.article.second-person");
    }

    @Test
    void theDatabaseAloneAlsoKeepsTheTwoPersonsApart() {
        var id = viewer.as(author, () -> articles.start(unit, story("Một người")));

        assertThatThrownBy(() -> db.execute(
                        "update portal.version set state = 'PUBLISHED', published_at = now(),"
                                + " approver_account_id = author_account_id where article_id = ?",
                        id.value()))
                .hasMessageContaining("version_second_person");
    }

    @Test
    void anAuthorCannotApproveAndAStrangerSeesNothing() {
        var id = viewer.as(author, () -> articles.start(unit, story("Bài")));
        viewer.run(author, () -> articles.submit(id));
        var stranger =
                newsroom.open("la." + unit.value().toString().substring(24), UnitId.next(), Capability.ARTICLE_APPROVE);

        assertThatThrownBy(() -> viewer.run(author, () -> publishing.publish(id, 2)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> viewer.as(stranger, () -> articles.get(id))).isInstanceOf(NotFound.class);
    }

    @Test
    void aReturnedTextComesBackWithTheReasonAndMayBeChangedAgain() {
        var id = viewer.as(author, () -> articles.start(unit, story("Trả lại")));
        viewer.run(author, () -> articles.submit(id));
        refused(author, () -> articles.save(id, revision(id), story("x")), "portal.article.not-editable");
        refused(approver, () -> articles.giveBack(id, " "), "portal.article.say-why");
        viewer.run(approver, () -> articles.giveBack(id, "Thiếu ngày"));

        var version = viewer.as(author, () -> articles.get(id).version());
        assertThat(version.state()).isEqualTo(Version.State.RETURNED);
        assertThat(version.hands().comment()).isEqualTo("Thiếu ngày");
        viewer.run(author, () -> articles.save(id, revision(id), story("Trả lại, có ngày")));
        viewer.run(author, () -> articles.submit(id));
        assertThat(viewer.as(author, () -> articles.get(id).version().hands().comment()))
                .isEmpty();
    }

    @Test
    void onlyWhatTheApproverSawGoesOut() {
        var id = viewer.as(author, () -> articles.start(unit, story("Đổi sau lưng")));
        viewer.run(author, () -> articles.submit(id));
        var seen = revision(id);
        viewer.run(approver, () -> articles.giveBack(id, "Sửa"));
        viewer.run(author, () -> articles.save(id, revision(id), story("Khác hẳn")));
        viewer.run(author, () -> articles.submit(id));

        refused(approver, () -> publishing.publish(id, seen), "portal.article.stale");
    }

    @Test
    void twoEditorsAtOnceDoNotOverwriteEachOther() {
        var id = viewer.as(author, () -> articles.start(unit, story("Hai người")));
        var seen = revision(id);
        viewer.run(approver, () -> articles.save(id, seen, story("Bản của người kia")));

        refused(author, () -> articles.save(id, seen, story("Bản của tôi")), "portal.article.stale");
    }

    @Test
    void aCorrectionIsANewVersionAndTheOldOneStaysPublicUntilItIsApproved() {
        var id = newsroom.published(unit, story("Tin đã đăng"), author, approver);
        var slug = viewer.as(author, () -> articles.get(id).article().slug());
        viewer.run(author, () -> articles.correct(id));
        viewer.run(author, () -> articles.correct(id));
        viewer.run(author, () -> articles.save(id, revision(id), story("Tin đã đính chính")));
        assertThat(site.shown(slug).story().title()).isEqualTo("Tin đã đăng");

        viewer.run(author, () -> articles.submit(id));
        viewer.run(approver, () -> publishing.publish(id, revision(id)));

        var shown = site.shown(slug);
        assertThat(shown.story().title()).isEqualTo("Tin đã đính chính");
        assertThat(shown.number()).isEqualTo(2);
        assertThat(viewer.as(author, () -> articles.versions(id)))
                .extracting(Version::state)
                .containsExactly(Version.State.PUBLISHED, Version.State.REPLACED);
        assertThat(viewer.as(author, () -> articles.history(id)))
                .extracting(entry -> entry.act())
                .contains("portal.published", "portal.correction-started");
    }

    @Test
    void anEmptyTextOrAPictureWithoutWordsIsNotSubmitted() {
        var empty = viewer.as(author, () -> articles.start(unit, Newsroom.story("Rỗng", "<p> </p>")));

        refused(author, () -> articles.submit(empty), "portal.article.empty");
    }

    @Test
    void twoTextsWithOneTitleHaveTwoAddresses() {
        var first = viewer.as(author, () -> articles.start(unit, story("Cùng một tên")));
        var second = viewer.as(author, () -> articles.start(unit, story("Cùng một tên")));

        assertThat(slug(first)).isEqualTo("cung-mot-ten");
        assertThat(slug(second)).startsWith("cung-mot-ten-");
    }

    @Test
    void aPublishedVersionWithoutAnApproverCannotExist() {
        var id = viewer.as(author, () -> articles.start(unit, story("Không người duyệt")));

        assertThatThrownBy(() -> db.execute(
                        "update portal.version set state = 'PUBLISHED', published_at = now() where article_id = ?",
                        id.value()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private String slug(ArticleId id) {
        return viewer.as(author, () -> articles.get(id).article().slug());
    }

    private static Version.Story story(String title) {
        return Newsroom.story(title, "<p>Nội dung của " + title + ".</p>");
    }

    private int revision(ArticleId id) {
        return viewer.as(Viewer.SYSTEM, () -> articles.get(id).version().hands().revision());
    }

    private void refused(Viewer who, Runnable act, String key) {
        assertThatThrownBy(() -> viewer.run(who, act))
                .isInstanceOf(Refused.class)
                .hasMessage(key);
    }
}
