package org.giaoban.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.giaoban.platform.Refused;
import org.giaoban.testing.Bombs;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.Test;

/** Small pictures made to take all time or all memory. */
class PictureBombsTest {

    private static final byte[] JPEG = Files.picture("jpg", 90, 60);
    private static final byte[] PNG = Files.picture("png", 90, 60);
    private static final int HEAD = 33;

    private final Bombs bombs = new Bombs(Evidence.of("web-bombs-pictures"), Refused.class);

    @Test
    void picturesAreDrawnOrRefusedInTime() throws java.io.IOException {
        defuse("a.png", "a billion pixels", Files.bombPng(32_000, 32_000));
        defuse("a.png", "as many pixels as allowed, and none there", Files.bombPng(8_000, 5_000));
        var second = Arrays.copyOfRange(Files.bombPng(60_000, 60_000), 8, HEAD);
        defuse("a.png", "a second head", Files.joined(Arrays.copyOf(PNG, HEAD), second, rest()));
        defuse(
                "a.png",
                "a gigabyte behind few pixels",
                Files.joined(Arrays.copyOf(PNG, HEAD), packed(1 << 30), rest()));
        defuse("a.png", "a palette that is none", Files.withChunk(PNG, "PLTE", new byte[768]));
        defuse("a.jpg", "a hundred thousand scans", scans(100_000));
        defuse("a.jpg", "the widest and highest", sized(65_500, 600));
        defuse("a.jpg", "one line of pixels", sized(65_500, 1));
        defuse(
                "a.jpg",
                "colours of no meaning",
                Files.withSegment(JPEG, 0xE2, Files.text("ICC_PROFILE\0\1\1" + "x".repeat(60_000))));
        defuse("a.jpg", "tables without end", tables());
        assertThat(bombs.defused()).isEqualTo(10);
    }

    private static byte[] rest() {
        return Arrays.copyOfRange(PNG, HEAD, PNG.length);
    }

    private static byte[] packed(int bytes) throws java.io.IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new DeflaterOutputStream(out)) {
            for (var left = bytes; left > 0; left -= 1 << 20) {
                packing.write(new byte[1 << 20]);
            }
        }
        return Files.chunk("IDAT", out.toByteArray());
    }

    /** The picture's one scan again and again. */
    private static byte[] scans(int times) {
        var at = scan();
        var scan = Arrays.copyOfRange(JPEG, at, at + 14);
        var out = new ByteArrayOutputStream();
        out.write(JPEG, 0, at);
        for (var i = 0; i < times; i++) {
            out.writeBytes(scan);
            out.write(0);
        }
        out.write(JPEG, at, JPEG.length - at);
        return out.toByteArray();
    }

    private static int scan() {
        for (var at = 0; at < JPEG.length - 1; at++) {
            if ((JPEG[at] & 0xFF) == 0xFF && (JPEG[at + 1] & 0xFF) == 0xDA) {
                return at;
            }
        }
        throw new AssertionError("no scan");
    }

    private static byte[] sized(int width, int height) {
        var copy = JPEG.clone();
        for (var at = 0; at < copy.length - 9; at++) {
            if ((copy[at] & 0xFF) == 0xFF && (copy[at + 1] & 0xFF) == 0xC0) {
                copy[at + 5] = (byte) (height >> 8);
                copy[at + 6] = (byte) height;
                copy[at + 7] = (byte) (width >> 8);
                copy[at + 8] = (byte) width;
                return copy;
            }
        }
        throw new AssertionError("no size");
    }

    private static byte[] tables() {
        var bytes = JPEG;
        for (var i = 0; i < 100; i++) {
            bytes = Files.withSegment(bytes, 0xDB, new byte[60_000]);
        }
        return bytes;
    }

    private void defuse(String file, String name, byte[] bytes) {
        bombs.defuse(name + " (" + bytes.length + " bytes)", () -> {
            try {
                return Drawing.read(Original.of(new Upload(file, bytes)));
            } catch (BrokenPicture broken) {
                return broken;
            }
        });
    }
}
