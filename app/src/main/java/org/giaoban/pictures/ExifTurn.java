package org.giaoban.pictures;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How the camera was held, the one thing an Exif block says that the picture needs. */
final class ExifTurn {

    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TURN = 0x0112;
    private static final int ENTRY = 12;

    private ExifTurn() {}

    /** 1, upright, when the block says nothing or nonsense. */
    static int of(byte[] bytes, int from, int to) {
        if (to - from < NAME.length + 8 || !Arrays.equals(bytes, from, from + NAME.length, NAME, 0, NAME.length)) {
            return 1;
        }
        var block = ByteBuffer.wrap(bytes, from + NAME.length, to - from - NAME.length)
                .slice();
        block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var list = block.getInt(4);
        if (list < 8 || list > block.limit() - 2) {
            return 1;
        }
        var count = Math.min(block.getShort(list) & 0xFFFF, (block.limit() - list - 2) / ENTRY);
        for (var n = 0; n < count; n++) {
            var entry = list + 2 + n * ENTRY;
            if ((block.getShort(entry) & 0xFFFF) == TURN) {
                var turn = block.getShort(entry + 8);
                return turn >= 1 && turn <= 8 ? turn : 1;
            }
        }
        return 1;
    }
}
