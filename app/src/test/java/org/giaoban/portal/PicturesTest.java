package org.giaoban.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@GiaoBanTest
class PicturesTest {

    @Autowired
    Pictures pictures;

    @Autowired
    Articles articles;

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
    void aPictureIsDrawnAnewSoThatNothingHiddenStays() throws IOException {
        var hidden = "<script>alert(1)</script> GPS 18.1,105.2".getBytes(StandardCharsets.UTF_8);
        var png = png(2000, 1000);
        var upload = new ByteArrayOutputStream();
        upload.writeBytes(png);
        upload.writeBytes(hidden);

        var id = viewer.as(author, () -> pictures.add(unit, upload.toByteArray()));

        var kept = viewer.as(author, () -> pictures.find(id, false).orElseThrow());
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("script", "GPS");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.content())).getWidth())
                .isEqualTo(1280);
        assertThat(viewer.as(author, () -> pictures.add(unit, upload.toByteArray())))
                .isEqualTo(id);
    }

    @Test
    void onlyThePictureOfAPublishedTextIsPublic() throws IOException {
        var id = viewer.as(author, () -> {
            return pictures.add(unit, png(300, 200));
        });
        assertThat(mvc.get().uri("/anh/" + id)).hasStatus(HttpStatus.NOT_FOUND);

        newsroom.published(unit, Newsroom.story("Có ảnh", "<p>a</p>", id, "Hội trường Huyện ủy"), author, approver);

        assertThat(mvc.get().uri("/anh/" + id)).hasStatusOk().hasContentType("image/jpeg");
        assertThat(mvc.get().uri("/anh/" + id + "/nho")).hasStatusOk();
    }

    @Test
    void aPictureNobodyDescribedKeepsTheTextFromGoingOn() throws IOException {
        var picture = viewer.as(author, () -> pictures.add(unit, png(30, 20)));
        var id = viewer.as(author, () -> articles.start(unit, Newsroom.story("Thiếu mô tả", "<p>a</p>", picture, " ")));

        assertThatThrownBy(() -> viewer.run(author, () -> articles.submit(id)))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.article.alt-missing");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> viewer.as(author, () -> pictures.add(unit, svg)))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.picture.unknown");
        var broken = png(40, 40);
        var half = java.util.Arrays.copyOf(broken, broken.length / 3);
        assertThatThrownBy(() -> viewer.as(author, () -> pictures.add(unit, half)))
                .isInstanceOf(Refused.class)
                .hasMessage("portal.picture.unknown");
    }

    private static byte[] png(int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
