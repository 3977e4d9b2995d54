package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.giaoban.access.Capability;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.SignIn;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.Pictures;
import org.giaoban.pictures.Upload;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pictures of articles: how a gallery is put together, and what it has to say before it goes out. */
@GiaoBanTest
class ArticlePicturesTest {

    @Autowired
    Pictures pictures;

    @Autowired
    Articles articles;

    @Autowired
    Publishing publishing;

    @Autowired
    Galleries galleries;

    @Autowired
    Newsroom newsroom;

    @Autowired
    Accounts accounts;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    MockMvcTester mvc;

    UnitId unit;
    Viewer author;
    Viewer approver;
    String login;

    @BeforeEach
    void aNewsroom() {
        unit = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        login = "viet." + number;
        author = newsroom.open(login, unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_APPROVE);
    }

    @Test
    void theSameFileIsKeptOnceAndNobodyElseShowsIt() {
        var upload = PictureFiles.png(60, 40);

        assertThat(added(upload)).isEqualTo(added(upload));

        var other = UnitId.next();
        var stranger =
                newsroom.open("la." + UUID.randomUUID().toString().substring(24), other, Capability.ARTICLE_WRITE);
        var picture = new GalleryPicture(added(upload), "", "Ảnh của người khác");
        var foreign = viewer.as(stranger, () -> articles.start(other, Newsroom.story("Bài lạ", "<p>a</p>")));
        assertThatThrownBy(() -> viewer.run(stranger, () -> galleries.save(foreign, 1, List.of(picture))))
                .isInstanceOf(org.giaoban.platform.NotFound.class);
    }

    @Test
    void aPictureNobodyDescribedKeepsTheTextFromGoingOn() {
        var picture = added(PictureFiles.png(30, 20));
        var first =
                viewer.as(author, () -> articles.start(unit, Newsroom.story("Thiếu mô tả", "<p>a</p>", picture, " ")));
        assertThatThrownBy(() -> viewer.run(author, () -> articles.submit(first)))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.article.alt-missing");

        var second = viewer.as(author, () -> articles.start(unit, Newsroom.story("Bộ ảnh thiếu mô tả", "<p>a</p>")));
        viewer.run(author, () -> galleries.save(second, 1, List.of(new GalleryPicture(picture, "Chú thích", " "))));
        assertThatThrownBy(() -> viewer.run(author, () -> articles.submit(second)))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.article.alt-missing");
        viewer.run(author, () -> galleries.save(second, 2, List.of(new GalleryPicture(picture, "", "Ai, ở đâu"))));
        viewer.run(author, () -> articles.submit(second));
    }

    @Test
    void aGalleryGoesThroughThePageWithItsOrderAndItsWords() {
        var article = viewer.as(author, () -> articles.start(unit, Newsroom.story("Bài có bộ ảnh", "<p>a</p>")));
        var page = "/articles/" + article + "/pictures";

        var sent = post(
                page,
                "1",
                "keep",
                List.of(),
                PictureFiles.png(80, 60),
                PictureFiles.archive(),
                PictureFiles.png(90, 60));

        assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
        var kept = viewer.as(author, () -> galleries.of(article));
        assertThat(kept).hasSize(2);
        var words = List.of(
                "media=" + kept.get(0).media(),
                "alt=Sân trụ sở",
                "caption=Buổi sáng",
                "media=" + kept.get(1).media(),
                "alt=Nha\u0300 văn ho\u0301a",
                "caption=");
        assertThat(post(page, "2", "down:" + kept.get(0).media(), words)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(viewer.as(author, () -> galleries.of(article)))
                .extracting(GalleryPicture::alt)
                .containsExactly("Nhà văn hóa", "Sân trụ sở");
        var late = post(page, "2", "keep", words);
        assertThat(late)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Sân trụ sở", "đã có người sửa");

        viewer.run(author, () -> articles.submit(article));
        viewer.run(
                approver,
                () -> publishing.publish(
                        article, articles.get(article).version().hands().revision()));

        var shown = mvc.get().uri("/tin/xay-dung-dang/bai-co-bo-anh").exchange();
        assertThat(shown).hasStatusOk().bodyText().contains("Ảnh trong bài", "Buổi sáng", "alt=\"Nhà văn hóa\"");
        assertThat(shown).bodyText().contains("width=\"80\" height=\"60\"", "type=\"image/webp\"");
        assertThat(mvc.get().uri("/anh/" + kept.get(1).media())).hasStatusOk();
    }

    @Test
    void aCorrectionBeginsWithTheGalleryAndLeavesThePublishedOneAlone() {
        var picture = added(PictureFiles.png(50, 50));
        var article = viewer.as(author, () -> articles.start(unit, Newsroom.story("Bài đính chính ảnh", "<p>a</p>")));
        viewer.run(author, () -> galleries.save(article, 1, List.of(new GalleryPicture(picture, "Cũ", "Ảnh cũ"))));
        viewer.run(author, () -> articles.submit(article));
        viewer.run(
                approver,
                () -> publishing.publish(
                        article, articles.get(article).version().hands().revision()));

        viewer.run(author, () -> articles.correct(article));
        assertThat(viewer.as(author, () -> galleries.of(article)))
                .extracting(GalleryPicture::alt)
                .containsExactly("Ảnh cũ");
        viewer.run(author, () -> galleries.save(article, 1, List.of()));

        assertThat(mvc.get().uri("/tin/xay-dung-dang/bai-dinh-chinh-anh"))
                .bodyText()
                .contains("alt=\"Ảnh cũ\"");
    }

    @Test
    void theEnglishArticleBeginsWithTheSamePictures() {
        var picture = added(PictureFiles.png(52, 50));
        var article = viewer.as(author, () -> articles.start(unit, Newsroom.story("Bài có bản tiếng Anh", "<p>a</p>")));
        viewer.run(author, () -> galleries.save(article, 1, List.of(new GalleryPicture(picture, "", "Sân trường"))));

        var english = viewer.as(author, () -> articles.startInEnglish(article));

        assertThat(viewer.as(author, () -> galleries.of(english)))
                .containsExactly(new GalleryPicture(picture, "", "Sân trường"));
    }

    private UUID added(Upload upload) {
        return viewer.as(author, () -> pictures.add(unit, upload));
    }

    private MvcTestResult post(String uri, String revision, String then, List<String> fields, Upload... files) {
        var request = mvc.post().multipart().uri(uri);
        for (var file : files) {
            request = request.file(new MockMultipartFile("files", file.name(), "image/png", file.bytes()));
        }
        request = request.with(csrf())
                .with(SignIn.as(accounts, login))
                .param("revision", revision)
                .param("then", then);
        for (var field : fields) {
            var at = field.indexOf('=');
            request = request.param(field.substring(0, at), field.substring(at + 1));
        }
        return request.exchange();
    }
}
