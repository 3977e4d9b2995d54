package org.giaoban.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.giaoban.platform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes in as a picture is one, or is refused with the right words. */
class OriginalTest {

    private static final byte[] JPEG = Files.picture("jpg", 90, 60);
    private static final byte[] PNG = Files.picture("png", 90, 60);
    private static final byte[] GIF = Files.picture("gif", 20, 20);
    private static final byte[] PAGE = Files.text("<!DOCTYPE html><html><script>alert(1)</script></html>");
    private static final String DISGUISED = "pictures.refused.disguised";
    private static final String BROKEN = "pictures.refused.broken";
    private static final String KIND = "pictures.refused.kind";

    static Stream<Arguments> refused() {
        var svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
        return Stream.of(
                Arguments.of("drawing.svg", Files.text(svg), "pictures.refused.svg"),
                Arguments.of("drawing.png", Files.text(svg), "pictures.refused.svg"),
                Arguments.of("wide.png", svg.getBytes(StandardCharsets.UTF_16LE), "pictures.refused.svg"),
                Arguments.of("page.jpg", PAGE, KIND),
                Arguments.of("gifar.gif", Files.joined(GIF, Files.archive()), KIND),
                Arguments.of("gifar.png", Files.joined(GIF, Files.archive()), KIND),
                Arguments.of("paper.png", Files.text("%PDF-1.7 ..."), KIND),
                Arguments.of("program.jpg", Files.text("MZ\u0090 This program"), KIND),
                Arguments.of("modern.webp", Files.text("RIFF....WEBPVP8 "), KIND),
                Arguments.of("nothing.jpg", new byte[0], KIND),
                Arguments.of("archive.jpg", Files.joined(JPEG, Files.archive()), DISGUISED),
                Arguments.of("archive.png", Files.joined(PNG, Files.archive()), DISGUISED),
                Arguments.of("page.jpg", Files.joined(JPEG, PAGE), DISGUISED),
                Arguments.of("page.png", Files.joined(PNG, PAGE), DISGUISED),
                Arguments.of("comment.jpg", Files.withSegment(JPEG, 0xFE, PAGE), DISGUISED),
                Arguments.of(
                        "exif.jpg", Files.withSegment(JPEG, 0xE1, Files.text("<?php system($_GET[1]) ?>")), DISGUISED),
                Arguments.of(
                        "text.png", Files.withChunk(PNG, "tEXt", Files.text("Comment\0<ScRiPt>alert(1)")), DISGUISED),
                Arguments.of(
                        "words.png", Files.withChunk(PNG, "iTXt", Files.text("a\0<svg onload=alert(1)>")), DISGUISED),
                Arguments.of("script.jpg", script(), BROKEN),
                Arguments.of("half.jpg", Arrays.copyOf(JPEG, JPEG.length / 2), BROKEN),
                Arguments.of("half.png", Arrays.copyOf(PNG, PNG.length / 2), BROKEN),
                Arguments.of("tail.jpg", Arrays.copyOf(JPEG, JPEG.length - 2), BROKEN),
                Arguments.of("tail.png", Arrays.copyOf(PNG, PNG.length - 12), BROKEN),
                Arguments.of("flipped.png", flipped(PNG, 60), BROKEN),
                Arguments.of("photo.png", JPEG, "pictures.refused.extension"),
                Arguments.of("photo.jpg", PNG, "pictures.refused.extension"),
                Arguments.of("photo.jpg.html", JPEG, "pictures.refused.extension"),
                Arguments.of("photo", JPEG, "pictures.refused.extension"),
                Arguments.of("bomb.png", Files.bombPng(30_000, 30_000), "pictures.refused.pixels"),
                Arguments.of(
                        "bomb.png", Files.bombPng(Integer.MAX_VALUE, Integer.MAX_VALUE), "pictures.refused.pixels"),
                Arguments.of("huge.jpg", new byte[12 * 1024 * 1024 + 1], "pictures.refused.bytes"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource
    void refused(String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> Original.of(new Upload(name, bytes)))
                .isInstanceOf(Refused.class)
                .hasMessage(why);
    }

    @Test
    void aPictureKeepsOnlyWhatMakesIt() {
        var phone = Files.joined(Files.withSegment(JPEG, 0xE1, Files.exif(6)), Files.text("MotionPhoto....ftypmp42"));

        var original = Original.of(new Upload("IMG_0001.JPG", phone));

        assertThat(original.turn()).isEqualTo(6);
        assertThat(original.width()).isEqualTo(90);
        assertThat(original.height()).isEqualTo(60);
        assertThat(new String(original.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif", "Motion");
        assertThat(Original.of(new Upload("a.png", Files.withChunk(PNG, "tEXt", Files.text("Author\0An"))))
                        .bytes())
                .isEqualTo(PNG);
    }

    @Test
    void everyCutOfAPictureIsNoticed() {
        for (var cut = 0; cut < JPEG.length; cut += 7) {
            assertRefused("a.jpg", Arrays.copyOf(JPEG, cut));
        }
        for (var cut = 0; cut < PNG.length; cut += 61) {
            assertRefused("a.png", Arrays.copyOf(PNG, cut));
        }
    }

    @Test
    void whateverIsBrokenEndsInAPictureOrARefusal() {
        var seed = Long.getLong("giaoban.seed", 20261122L);
        var random = new Random(seed);
        for (var round = 0; round < 3000; round++) {
            var jpeg = random.nextBoolean();
            var bytes = (jpeg ? JPEG : PNG).clone();
            for (var flips = 1 + random.nextInt(6); flips > 0; flips--) {
                bytes[3 + random.nextInt(bytes.length - 3)] = (byte) random.nextInt(256);
            }
            var upload = new Upload(jpeg ? "a.jpg" : "a.png", bytes);
            try {
                Drawing.read(Original.of(upload));
            } catch (Refused | BrokenPicture expected) {
                assertThat(expected).as("seed %d, round %d", seed, round).isNotNull();
            }
        }
    }

    private static void assertRefused(String name, byte[] bytes) {
        assertThatThrownBy(() -> Original.of(new Upload(name, bytes)))
                .as("%s of %d bytes", name, bytes.length)
                .isInstanceOf(Refused.class);
    }

    /** The length of its head reads as the beginning of a comment, so that a browser might take it for a script. */
    private static byte[] script() {
        var head = Arrays.copyOf(JPEG, JPEG.length);
        var content = Arrays.copyOf(Files.text("JFIF\0\1\1\0\0\1\0\1\0\0*/=alert(1)/*"), 0x2F2A - 2);
        return Files.joined(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0x2F, 0x2A},
                content,
                Arrays.copyOfRange(head, 20, head.length));
    }

    private static byte[] flipped(byte[] bytes, int at) {
        var copy = bytes.clone();
        copy[at] ^= 1;
        return copy;
    }
}
