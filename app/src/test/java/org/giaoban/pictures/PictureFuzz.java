package org.giaoban.pictures;

import java.util.List;
import org.giaoban.platform.Refused;
import org.giaoban.testing.Havoc;

/** Whatever is done to a picture, it is drawn or refused. */
public final class PictureFuzz {

    private static final byte[] JPEG = Files.picture("jpg", 48, 32);

    private static final List<byte[]> SEEDS = List.of(
            JPEG,
            Files.picture("png", 48, 32),
            Files.withSegment(JPEG, 0xE1, Files.exif(6)),
            Files.encoded(Files.transparent(24, 16), "png"));

    private PictureFuzz() {}

    public static void fuzzerTestOneInput(byte[] program) {
        var bytes = Havoc.file(program, SEEDS);
        try {
            Drawing.read(Original.of(new Upload(JpegParts.begins(bytes) ? "a.jpg" : "a.png", whole(bytes))));
        } catch (Refused | BrokenPicture refused) {
            refused.getMessage();
        }
    }

    /** The sums of a PNG set right again, or every change would end there. */
    private static byte[] whole(byte[] bytes) {
        if (!PngParts.begins(bytes)) {
            return bytes;
        }
        var file = java.nio.ByteBuffer.wrap(bytes.clone());
        for (var at = 8; at + 12 <= bytes.length; ) {
            var length = file.getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                break;
            }
            var sum = new java.util.zip.CRC32();
            sum.update(bytes, at + 4, length + 4);
            file.putInt(at + 8 + length, (int) sum.getValue());
            at += length + 12;
        }
        return file.array();
    }
}
