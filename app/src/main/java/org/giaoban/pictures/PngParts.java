package org.giaoban.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** Walks a PNG from chunk to chunk: each must be whole, and only those that make the picture are kept. */
final class PngParts {

    private static final byte[] HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int AROUND = 12;

    private PngParts() {}

    static boolean begins(byte[] bytes) {
        return bytes.length > HEAD.length && java.util.Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
    }

    static Parts read(byte[] bytes) throws BrokenPicture {
        var file = ByteBuffer.wrap(bytes);
        var kept = new ByteArrayOutputStream();
        var foreign = new ByteArrayOutputStream();
        kept.writeBytes(HEAD);
        var at = HEAD.length;
        var name = "";
        while (!name.equals("IEND")) {
            var length = length(file, at);
            name = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            whole(bytes, at, length);
            (PICTURE.contains(name) ? kept : foreign).write(bytes, at, length + AROUND);
            at += length + AROUND;
        }
        foreign.write(bytes, at, bytes.length - at);
        return new Parts(
                Original.Kind.PNG, size(bytes, 16), size(bytes, 20), 1, kept.toByteArray(), foreign.toByteArray());
    }

    private static int length(ByteBuffer file, int at) throws BrokenPicture {
        if (at > file.limit() - AROUND) {
            throw new BrokenPicture();
        }
        var length = file.getInt(at);
        if (length < 0 || length > file.limit() - at - AROUND) {
            throw new BrokenPicture();
        }
        return length;
    }

    private static void whole(byte[] bytes, int at, int length) throws BrokenPicture {
        var sum = new CRC32();
        sum.update(bytes, at + 4, length + 4);
        if ((int) sum.getValue() != ByteBuffer.wrap(bytes).getInt(at + 8 + length)) {
            throw new BrokenPicture();
        }
    }

    /** The first chunk is the head, and says the size. */
    private static int size(byte[] bytes, int at) throws BrokenPicture {
        var head = new String(bytes, HEAD.length + 4, 4, StandardCharsets.ISO_8859_1).equals("IHDR");
        var size = head ? ByteBuffer.wrap(bytes).getInt(at) : 0;
        if (size <= 0) {
            throw new BrokenPicture();
        }
        return size;
    }
}
