package org.giaoban.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Picture files for tests, good and bad. */
final class Files {

    private Files() {}

    /** Red on the left half, blue on the right, with some noise so that it does not compress to nothing. */
    static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                picture.setRGB(x, y, (x < width / 2 ? 0xE00000 : 0x0000E0) + random.nextInt(16));
            }
        }
        return encoded(picture, format);
    }

    static byte[] encoded(BufferedImage picture, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A JPEG with one more segment right after its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var length = content.length + 2;
        var head = new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        var rest = java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length);
        return joined(new byte[] {(byte) 0xFF, (byte) 0xD8}, head, content, rest);
    }

    /** How the camera was held and where it stood. */
    static byte[] exif(int turn) {
        var block = ByteBuffer.allocate(120);
        block.put(text("Exif")).putShort((short) 0);
        block.put(text("MM")).putShort((short) 42).putInt(8);
        block.putShort((short) 2);
        block.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turn)
                .putShort((short) 0);
        block.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(60);
        block.put(text("GPSLatitude 18.1234 N, 105.4321 E"));
        return block.array();
    }

    /** A PNG with one more chunk behind its head. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        var head = java.util.Arrays.copyOf(png, 33);
        var rest = java.util.Arrays.copyOfRange(png, 33, png.length);
        return joined(head, chunk(name, content), rest);
    }

    static byte[] chunk(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(text(name));
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(text(name))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** Says to be much larger than it is. */
    static byte[] bombPng(int width, int height) {
        var png = encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png");
        var head = ByteBuffer.wrap(java.util.Arrays.copyOfRange(png, 16, 29))
                .putInt(0, width)
                .putInt(4, height);
        return joined(
                java.util.Arrays.copyOf(png, 8),
                chunk("IHDR", head.array()),
                java.util.Arrays.copyOfRange(png, 33, png.length));
    }

    static byte[] archive() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("Chay.class"));
            zip.write(new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static BufferedImage transparent(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, Color.RED.getRGB());
        return picture;
    }
}
