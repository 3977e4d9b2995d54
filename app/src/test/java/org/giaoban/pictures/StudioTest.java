package org.giaoban.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The copies of a picture: their widths and formats, upright and without anything that was hidden. */
class StudioTest {

    private final Studio studio = new Studio(new Encoder());

    @Test
    void aLargePictureIsKeptInFourWidthsAsWebpAndTwoAsJpeg() throws IOException {
        var made = studio.copies(new Upload("a.png", Files.picture("png", 2400, 1200)));

        assertThat(made.width()).isEqualTo(1600);
        assertThat(made.height()).isEqualTo(800);
        assertThat(made.copies())
                .extracting(copy -> copy.mediaType() + " " + copy.width() + "x" + copy.height())
                .containsExactlyInAnyOrder(
                        "image/webp 320x160",
                        "image/webp 640x320",
                        "image/webp 960x480",
                        "image/webp 1600x800",
                        "image/jpeg 640x320",
                        "image/jpeg 1280x640");
        for (var copy : made.copies()) {
            var drawn = drawn(copy);
            assertThat(drawn.getWidth()).isEqualTo(copy.width());
            assertThat(drawn.getHeight()).isEqualTo(copy.height());
            assertThat(red(drawn, copy.width() / 4, copy.height() / 2)).isTrue();
            assertThat(red(drawn, copy.width() * 3 / 4, copy.height() / 2)).isFalse();
        }
    }

    @Test
    void aSmallPictureIsNeverMadeLarger() {
        var made = studio.copies(new Upload("a.jpg", Files.picture("jpg", 500, 100)));

        assertThat(made.width()).isEqualTo(500);
        assertThat(made.copies()).extracting(Studio.Copy::width).containsExactlyInAnyOrder(320, 500, 500);
    }

    /** Where the left, red half of the picture lies when the camera's note is followed. */
    @ParameterizedTest
    @CsvSource({"1,90,40,L", "2,90,40,R", "3,90,40,R", "4,90,40,L", "5,40,90,T", "6,40,90,T", "7,40,90,B", "8,40,90,B"})
    void aPictureTakenLyingStandsUpright(int turn, int width, int height, char side) throws IOException {
        var upload = Files.withSegment(Files.picture("jpg", 90, 40), 0xE1, Files.exif(turn));

        var made = studio.copies(new Upload("a.jpg", upload));

        assertThat(made.width()).isEqualTo(width);
        assertThat(made.height()).isEqualTo(height);
        var drawn = drawn(made.copies().getFirst());
        var x = side == 'L' ? 10 : side == 'R' ? width - 10 : width / 2;
        var y = side == 'T' ? 10 : side == 'B' ? height - 10 : height / 2;
        assertThat(red(drawn, x, y)).isTrue();
        assertThat(red(drawn, width - x - (width - 2 * x == 0 ? 1 : 0), height - y))
                .isEqualTo(false);
    }

    @Test
    void nothingOfTheFileButItsPixelsComesThrough() {
        var upload = Files.withSegment(Files.picture("jpg", 700, 300), 0xE1, Files.exif(1));

        for (var copy : studio.copies(new Upload("a.jpg", upload)).copies()) {
            assertThat(new String(copy.content(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif", "105.4");
        }
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws IOException {
        var made = studio.copies(new Upload("a.png", Files.encoded(Files.transparent(64, 64), "png")));

        assertThat(drawn(made.copies().getFirst()).getRGB(40, 40) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void aPictureOfFortyMillionPixelsDoesNotTakeTheMemory() {
        var bomb = Files.encoded(new BufferedImage(6320, 6320, BufferedImage.TYPE_BYTE_BINARY), "png");
        var before = System.nanoTime();

        var made = studio.copies(new Upload("a.png", bomb));

        assertThat(made.width()).isEqualTo(1600);
        assertThat(System.nanoTime() - before).isLessThan(30_000_000_000L);
    }

    @Test
    void noOtherPartOfTheProgramReadsWebp() {
        new Encoder();

        assertThat(ImageIO.getImageReadersByFormatName("webp").hasNext()).isFalse();
    }

    private static BufferedImage drawn(Studio.Copy copy) throws IOException {
        if (copy.mediaType().equals(Studio.Copy.JPEG)) {
            return ImageIO.read(new ByteArrayInputStream(copy.content()));
        }
        var reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(copy.content()))) {
            reader.setInput(input);
            return reader.read(0);
        }
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        var colour = picture.getRGB(x, y);
        return (colour >> 16 & 0xFF) > 128 && (colour & 0xFF) < 128;
    }
}
