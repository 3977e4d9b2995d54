package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.Pictures;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest
class ApprovalLinkTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApprovalLinks links;

    @Autowired
    Articles articles;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Pictures pictures;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    StoryClock clock;

    UnitId unit;
    Viewer author;
    Viewer approver;
    ArticleId id;

    @BeforeEach
    void aSubmittedArticle() {
        unit = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_WRITE, Capability.ARTICLE_APPROVE);
        id = viewer.as(author, () -> articles.start(unit, Newsroom.story("Chờ duyệt từ xa", "<p>Nội dung.</p>")));
        viewer.run(author, () -> articles.submit(id));
    }

    @Test
    void readingDecidesNothingAndOneDecisionEndsTheLink() {
        var token = make();
        for (var look = 0; look < 3; look++) {
            assertThat(mvc.get().uri("/duyet-bai/" + token))
                    .hasStatusOk()
                    .hasHeader("Cache-Control", "no-store")
                    .bodyText()
                    .contains("Chờ duyệt từ xa", "Bà Lê Thị Thu");
        }
        assertThat(state()).isEqualTo(Version.State.SUBMITTED);

        links.approve(token);

        assertThat(state()).isEqualTo(Version.State.PUBLISHED);
        assertThatThrownBy(() -> links.approve(token)).isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/duyet-bai/" + token)).hasStatus(404);
        assertThat(viewer.as(approver, () -> articles.history(id)))
                .extracting(entry -> entry.act())
                .contains("portal.link-made", "portal.link-opened", "portal.link-used", "portal.published");
    }

    @Test
    void theReaderSeesThePicturesThoughTheyAreNotPublicYet() {
        var picture = viewer.as(author, () -> pictures.add(unit, PictureFiles.png(80, 60)));
        id = viewer.as(
                author,
                () -> articles.start(unit, Newsroom.story("Chờ duyệt có ảnh", "<p>a</p>", picture, "Hội trường")));
        viewer.run(author, () -> articles.submit(id));

        assertThat(mvc.get().uri("/duyet-bai/" + make()))
                .hasStatusOk()
                .bodyText()
                .contains("src=\"data:image/jpeg;base64,", "alt=\"Hội trường\"")
                .doesNotContain("/anh/");
        assertThat(mvc.get().uri("/anh/" + picture)).hasStatus(404);
    }

    @Test
    void ofManyWhoPressAtOnceOneDecides() throws Exception {
        var token = make();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var presses = IntStream.range(0, 8)
                    .mapToObj(press -> (Callable<Boolean>) () -> approved(token))
                    .toList();
            var won = 0;
            for (var press : pool.invokeAll(presses)) {
                won += press.get() ? 1 : 0;
            }
            assertThat(won).isOne();
        }
    }

    private boolean approved(String token) {
        try {
            links.approve(token);
            return true;
        } catch (NotFound | Refused lost) {
            return false;
        }
    }

    @Test
    void aRemarkGoesBackWithTheReadersNameAndMayNotBeEmpty() {
        var token = make();
        assertThatThrownBy(() -> links.giveBack(token, " ")).isInstanceOf(Refused.class);

        links.giveBack(token, "Thiếu ngày.");

        assertThat(viewer.as(author, () -> articles.get(id).version().hands().comment()))
                .isEqualTo("Bà Lê Thị Thu: Thiếu ngày.");
    }

    @Test
    void anotherTextAnOldHourARevocationOrALostWordEndIt() {
        var changed = make();
        viewer.run(approver, () -> articles.giveBack(id, "Sửa"));
        viewer.run(author, () -> articles.submit(id));
        assertThatThrownBy(() -> links.open(changed)).isInstanceOf(NotFound.class);

        var revoked = make();
        var link = viewer.as(approver, () -> links.of(id)).getFirst();
        viewer.run(approver, () -> links.revoke(id, link.id()));
        assertThatThrownBy(() -> links.approve(revoked)).isInstanceOf(NotFound.class);

        var old = make();
        viewer.run(Viewer.SYSTEM, () -> clock.startAt(clock.instant().plus(Duration.ofHours(25))));
        assertThatThrownBy(() -> links.approve(old)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.open("khong-co")).isInstanceOf(NotFound.class);
        assertThat(state()).isEqualTo(Version.State.SUBMITTED);
    }

    @Test
    void onlyASecondPersonWhoMayApproveMakesOne() {
        assertThatThrownBy(() -> viewer.as(author, () -> links.make(id, "Ai đó", 24)))
                .isInstanceOf(NotFound.class);
        var own = viewer.as(approver, () -> articles.start(unit, Newsroom.story("Tự viết", "<p>Nội dung.</p>")));
        viewer.run(approver, () -> articles.submit(own));

        assertThatThrownBy(() -> viewer.as(approver, () -> links.make(own, "Ai đó", 24)))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.article.second-person");
        assertThatThrownBy(() -> viewer.as(approver, () -> links.make(id, "", 24)))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.link.for-whom");
    }

    private String make() {
        return viewer.as(approver, () -> links.make(id, "Bà Lê Thị Thu", 24));
    }

    private Version.State state() {
        return viewer.as(author, () -> articles.get(id).version().state());
    }
}
