package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.Pictures;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who approves a new version sees what became of its labels and pictures too. */
@GiaoBanTest(story = "vu-quang-2018-11")
class VersionChangesTest {

    @Autowired
    Newsroom newsroom;

    @Autowired
    Articles articles;

    @Autowired
    Galleries galleries;

    @Autowired
    VersionChanges changes;

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
    void anExchangedPictureAndNewLabelsAreShownToTheApprover() throws IOException {
        var before = picture(65);
        var after = picture(66);
        var behind = picture(67);
        var id = newsroom.draft(Newsroom.story("Đổi ảnh " + System.nanoTime(), "<p>Bài.</p>", before, "Ảnh cũ"));
        newsroom.publish(id, author, newsroom.approver());
        viewer.run(author, () -> articles.correct(id));
        viewer.run(author, () -> {
            var version = articles.get(id).version();
            var story = Newsroom.story(version.story().title(), "<p>Bài.</p>", after, "Ảnh mới");
            var labels = new Version.Labels("", "", null, List.of(), List.of());
            var event = new Version.Event(Instant.parse("2018-11-20T01:00:00Z"), null, "Nhà văn hóa");
            articles.save(id, version.hands().revision(), story.with(Version.Credit.By.COLLABORATOR, labels, event));
        });
        gallery(id, new GalleryPicture(behind, "Ảnh sau", "Hàng cây mới trồng"));

        var found = viewer.as(author, () -> changes.of(id, 0, 0));
        assertThat(found.parts())
                .extracting(VersionChanges.Part::name)
                .contains("Mô tả ảnh", "Loại tác giả", "Bắt đầu", "Địa điểm");
        assertThat(mvc.get().uri("/articles/" + id + "/changes").with(SignIn.as(accounts, "duyet")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/anh/" + before + "/nho\" alt=\"Ảnh cũ\"",
                        "/anh/" + after + "/nho\" alt=\"Ảnh mới\"",
                        "/anh/" + behind + "/nho\" alt=\"Hàng cây mới trồng\"",
                        "20/11/2018 08:00");
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
}
