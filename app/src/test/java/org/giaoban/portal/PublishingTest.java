package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@GiaoBanTest
@RecordApplicationEvents
class PublishingTest {

    @Autowired
    ApplicationEvents events;

    @Autowired
    Articles articles;

    @Autowired
    Publishing publishing;

    @Autowired
    PublishingRound round;

    @Autowired
    PublicSite site;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    StoryClock clock;

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
    void anApprovedTextComesOutAtItsHourAndNotBefore() {
        var id = submitted("Đăng lúc tám giờ");
        var due = clock.instant().plus(Duration.ofHours(2));
        viewer.run(approver, () -> publishing.publish(id, revision(id), new Publishing.Hours(due, null)));

        round.run();
        assertThat(state(id)).isEqualTo(Version.State.APPROVED);
        assertThat(heard()).isEmpty();

        pass(Duration.ofHours(3));
        round.run();
        assertThat(state(id)).isEqualTo(Version.State.PUBLISHED);
        assertThat(site.shown(slug(id)).story().title()).isEqualTo("Đăng lúc tám giờ");
        assertThat(heard()).containsExactly(new PublishedChanged(id, PublishedChanged.Kind.PUBLISHED));

        round.run();
        assertThat(heard()).hasSize(1);
    }

    @Test
    void anUpdateWaitsForItsHourBesideThePublicVersion() {
        var id = newsroom.published(unit, story("Bản cũ"), author, approver);
        viewer.run(author, () -> articles.correct(id));
        viewer.run(author, () -> articles.save(id, revision(id), story("Bản mới")));
        viewer.run(author, () -> articles.submit(id));
        var due = clock.instant().plus(Duration.ofHours(1));
        viewer.run(approver, () -> publishing.publish(id, revision(id), new Publishing.Hours(due, null)));
        assertThat(shown(id)).isEqualTo("Bản cũ");

        pass(Duration.ofHours(2));
        round.run();

        assertThat(shown(id)).isEqualTo("Bản mới");
        assertThat(heard().getLast().kind()).isEqualTo(PublishedChanged.Kind.CORRECTED);
    }

    @Test
    void whatWasTakenBackBeforeItsHourDoesNotComeOut() {
        var id = submitted("Rút lại");
        var due = clock.instant().plus(Duration.ofHours(1));
        viewer.run(approver, () -> publishing.publish(id, revision(id), new Publishing.Hours(due, null)));
        refused(author, () -> articles.save(id, revision(id), story("x")), "portal.article.not-editable");
        viewer.run(approver, () -> articles.giveBack(id, "Chờ số liệu"));

        pass(Duration.ofHours(2));
        round.run();

        assertThat(state(id)).isEqualTo(Version.State.RETURNED);
        viewer.run(author, () -> articles.save(id, revision(id), story("Có số liệu")));
    }

    @Test
    void anArticleGoesAtItsHourOrAtOnceWithAReason() {
        var id = submitted("Mời họp");
        var until = clock.instant().plus(Duration.ofHours(5));
        viewer.run(approver, () -> publishing.publish(id, revision(id), new Publishing.Hours(null, until)));
        assertThat(shown(id)).isEqualTo("Mời họp");

        pass(Duration.ofHours(6));
        round.run();
        assertThat(state(id)).isEqualTo(Version.State.WITHDRAWN);
        assertThatThrownBy(() -> shown(id)).isInstanceOf(NotFound.class);

        var other = newsroom.published(unit, story("Đăng nhầm"), author, approver);
        refused(approver, () -> publishing.withdraw(other, " "), "portal.article.say-why-gone");
        assertThatThrownBy(() -> viewer.run(author, () -> publishing.withdraw(other, "Nhầm")))
                .isInstanceOf(NotFound.class);
        viewer.run(approver, () -> publishing.withdraw(other, "Nhầm"));
        refused(approver, () -> publishing.withdraw(other, "Nhầm"), "portal.article.not-public");
        assertThat(heard().getLast()).isEqualTo(new PublishedChanged(other, PublishedChanged.Kind.UNPUBLISHED));

        viewer.run(author, () -> articles.correct(other));
        viewer.run(author, () -> articles.submit(other));
        viewer.run(approver, () -> publishing.publish(other, revision(other)));
        assertThat(shown(other)).isEqualTo("Đăng nhầm");
    }

    @Test
    void itDoesNotGoBeforeItComes() {
        var id = submitted("Giờ ngược");
        var hours = new Publishing.Hours(
                clock.instant().plusSeconds(7200), clock.instant().plusSeconds(3600));

        refused(approver, () -> publishing.publish(id, revision(id), hours), "portal.publish.goes-before-it-comes");
    }

    @Test
    void anEnglishVersionIsOneArticleOfItsOwnBesideTheVietnameseOne() {
        var id = newsroom.published(unit, story("Hai thứ tiếng"), author, approver);
        var english = viewer.as(author, () -> articles.startInEnglish(id));
        assertThat(viewer.as(author, () -> articles.startInEnglish(id))).isEqualTo(english);
        refused(author, () -> articles.startInEnglish(english), "portal.translation.of-translation");

        viewer.run(author, () -> articles.save(english, revision(english), story("Two languages")));
        viewer.run(author, () -> articles.submit(english));
        viewer.run(approver, () -> publishing.publish(english, revision(english)));

        assertThat(site.shown(slug(english)).language()).isEqualTo("en");
        assertThat(site.newest("xay-dung-dang", null).items())
                .extracting(Teaser::title)
                .contains("Hai thứ tiếng")
                .doesNotContain("Two languages");
    }

    private List<PublishedChanged> heard() {
        return events.stream(PublishedChanged.class).toList();
    }

    private ArticleId submitted(String title) {
        var id = viewer.as(author, () -> articles.start(unit, story(title)));
        viewer.run(author, () -> articles.submit(id));
        return id;
    }

    private static Version.Story story(String title) {
        return Newsroom.story(title, "<p>Nội dung của " + title + ".</p>");
    }

    private void pass(Duration time) {
        viewer.run(Viewer.SYSTEM, () -> clock.startAt(clock.instant().plus(time)));
    }

    private String slug(ArticleId id) {
        return viewer.as(author, () -> articles.get(id).article().slug());
    }

    private String shown(ArticleId id) {
        return site.shown(slug(id)).story().title();
    }

    private Version.State state(ArticleId id) {
        return viewer.as(author, () -> articles.get(id).version().state());
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
