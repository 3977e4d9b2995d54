package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.pictures.PictureFiles;
import org.giaoban.pictures.Pictures;
import org.giaoban.pictures.Upload;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who sees a picture, and that it is kept once. */
@GiaoBanTest
class PictureSightTest {

    @Autowired
    Pictures pictures;

    @Autowired
    Newsroom newsroom;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    MockMvcTester mvc;

    UnitId unit;
    Viewer author;
    Viewer approver;

    @BeforeEach
    void aNewsroom() {
        unit = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        author = newsroom.open("viet." + number, unit, Capability.ARTICLE_WRITE);
        approver = newsroom.open("duyet." + number, unit, Capability.ARTICLE_APPROVE);
    }

    @Test
    void onlyThePictureOfAPublishedTextIsPublic() {
        var id = added(PictureFiles.png(700, 400));
        for (var copy : List.of("", "/nho", "/320.webp", "/640.jpg")) {
            assertThat(mvc.get().uri("/anh/" + id + copy)).hasStatus(HttpStatus.NOT_FOUND);
        }

        newsroom.published(unit, Newsroom.story("Có ảnh", "<p>a</p>", id, "Hội trường Huyện ủy"), author, approver);

        assertThat(mvc.get().uri("/anh/" + id)).hasStatusOk().hasContentType("image/jpeg");
        assertThat(mvc.get().uri("/anh/" + id + "/nho")).hasStatusOk();
        var webp = mvc.get().uri("/anh/" + id + "/320.webp").exchange();
        assertThat(webp).hasStatusOk().hasContentType("image/webp");
        assertThat(webp).headers().hasValue("X-Content-Type-Options", "nosniff");
        var etag = webp.getResponse().getHeader("ETag");
        assertThat(mvc.get().uri("/anh/" + id + "/320.webp").header("If-None-Match", etag))
                .hasStatus(HttpStatus.NOT_MODIFIED);
        for (var wrong : List.of("/0.webp", "/320.svg", "/99999.jpg", "/..%2f")) {
            assertThat(mvc.get()
                            .uri("/anh/" + id + wrong)
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(wrong)
                    .isGreaterThanOrEqualTo(400);
        }
    }

    /** Whoever learnt the number of another unit's picture cannot publish it by naming it. */
    @Test
    void namingAnotherUnitsPictureDoesNotOpenIt() {
        var secret = added(PictureFiles.png(61, 40));
        var other = UnitId.next();
        var number = UUID.randomUUID().toString().substring(24);
        var stranger = newsroom.open("la." + number, other, Capability.ARTICLE_WRITE);
        var friend = newsroom.open("ban." + number, other, Capability.ARTICLE_APPROVE);

        newsroom.published(other, Newsroom.story("Mượn ảnh", "<p>a</p>", secret, "Ảnh kín"), stranger, friend);

        assertThat(mvc.get().uri("/anh/" + secret)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theSameFileSentTwiceAtOnceIsOnePicture() throws InterruptedException {
        var upload = PictureFiles.png(333, 222);
        var ids = ConcurrentHashMap.<UUID>newKeySet();
        var threads = IntStream.range(0, 4)
                .mapToObj(n -> Thread.ofVirtual().start(() -> ids.add(added(upload))))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(ids).hasSize(1);
    }

    private UUID added(Upload upload) {
        return viewer.as(author, () -> pictures.add(unit, upload));
    }
}
