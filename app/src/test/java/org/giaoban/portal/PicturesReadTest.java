package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.Pictures;
import org.giaoban.platform.Refused;
import org.giaoban.proofreading.Kind;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What stands around the text is read like the text: the kicker, the pictures and what is said of them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class PicturesReadTest {

    @Autowired
    ArticleProof proof;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Submission submission;

    @Autowired
    Galleries galleries;

    @Autowired
    Pictures pictures;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    Accounts accounts;

    @Autowired
    MockMvcTester mvc;

    Viewer author;

    @BeforeEach
    void theEditor() {
        author = newsroom.author();
    }

    @Test
    void kickerGalleryCaptionsAndDescriptionsAreReadToo() throws IOException {
        var id = newsroom.draft(
                Newsroom.story("Buổi lễ " + System.nanoTime(), "<p>Bài.</p>", picture(61), "Ảnh tiển khai"));
        kicker(id, "Các nghành");
        gallery(id, new GalleryPicture(picture(62), "Lễ phát độngg ở trường", "Học sinh trồngg cây"));

        var remarks = viewer.as(author, () -> proof.remarks(id));
        assertThat(remarks)
                .filteredOn(each -> each.kind() == Kind.SPELLING)
                .extracting(each -> each.place().passage())
                .containsExactly(3, 4, 6, 7);
        assertThat(mvc.get().uri("/articles/" + id + "/proof").with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyText()
                .contains("Lễ phát <mark>độngg</mark>", "Học sinh <mark>trồngg</mark>");

        viewer.run(author, () -> proof.mend(id, remarks.getFirst().key(), 0));
        assertThat(viewer.as(
                        author,
                        () -> articles.get(id).version().story().labels().kicker()))
                .isEqualTo("Các ngành");
    }

    @Test
    void aPictureOfTheGalleryWithoutWordsIsSaidWhileWriting() throws IOException {
        var id = newsroom.draft(Newsroom.story("Bộ ảnh " + System.nanoTime(), "<p>Bài.</p>"));
        gallery(id, new GalleryPicture(picture(63), "Có lời", "Có mô tả"), new GalleryPicture(picture(64), "", ""));

        assertThat(mvc.post()
                        .uri("/articles/" + id + "/proof/look")
                        .param("title", "Bộ ảnh")
                        .param("body", "<p>Bài.</p>")
                        .with(csrf())
                        .with(SignIn.as(accounts, "bientap")))
                .hasStatusOk()
                .bodyText()
                .contains("Ảnh thứ 2 trong bộ ảnh chưa có mô tả");
        assertThatThrownBy(() -> viewer.run(author, () -> submission.submit(id)))
                .isInstanceOf(Refused.class);
    }

    private UUID picture(int width) throws IOException {
        var upload = PictureFiles.png(width, 40);
        return viewer.as(author, () -> pictures.add(newsroom.unit(), upload));
    }

    private void gallery(ArticleId id, GalleryPicture... shots) {
        viewer.run(
                author,
                () -> galleries.save(id, articles.get(id).version().hands().revision(), List.of(shots)));
    }

    private void kicker(ArticleId id, String words) {
        viewer.run(author, () -> {
            var version = articles.get(id).version();
            var story = version.story();
            var labels = new Version.Labels(words, "", null, List.of(), List.of());
            articles.save(
                    id, version.hands().revision(), story.with(story.credit().kind(), labels, Version.Event.NONE));
        });
    }
}
