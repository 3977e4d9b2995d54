package org.giaoban.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Walks a JPEG from segment to segment: what makes the picture is kept, what tells about it is not. */
final class JpegParts {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APP = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int THUMBNAIL_AT = 18;
    private static final int MOST_SCANS = 60;

    private final byte[] bytes;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ByteArrayOutputStream foreign = new ByteArrayOutputStream();
    private int at;
    private int width;
    private int height;
    private int turn = 1;
    private int scans;

    private JpegParts(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean begins(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == START && (bytes[2] & 0xFF) == 0xFF;
    }

    static Parts read(byte[] bytes) throws BrokenPicture {
        return new JpegParts(bytes).walk();
    }

    private Parts walk() throws BrokenPicture {
        keep(0, 2);
        at = 2;
        for (var marker = marker(); marker != END; marker = marker()) {
            segment(marker);
            if (marker == SCAN) {
                // Each goes over all pixels again; cameras make about ten.
                if (++scans > MOST_SCANS) {
                    throw new BrokenPicture();
                }
                scan();
            }
        }
        kept.write(0xFF);
        kept.write(END);
        foreign.write(bytes, at, bytes.length - at);
        if (width == 0 || height == 0) {
            throw new BrokenPicture();
        }
        return new Parts(Original.Kind.JPEG, width, height, turn, kept.toByteArray(), foreign.toByteArray());
    }

    private int marker() throws BrokenPicture {
        if (unsigned(at) != 0xFF) {
            throw new BrokenPicture();
        }
        while (unsigned(at) == 0xFF) {
            at++;
        }
        return unsigned(at++);
    }

    private void segment(int marker) throws BrokenPicture {
        var length = unsigned(at) << 8 | unsigned(at + 1);
        if (length < 2 || at + length > bytes.length || (marker == APP0 && lies(length))) {
            throw new BrokenPicture();
        }
        if (size(marker)) {
            height = unsigned(at + 3) << 8 | unsigned(at + 4);
            width = unsigned(at + 5) << 8 | unsigned(at + 6);
        } else if (marker == EXIF) {
            turn = ExifTurn.of(bytes, at + 2, at + length);
        }
        if (makesThePicture(marker, length)) {
            kept.write(0xFF);
            kept.write(marker);
            keep(at, length);
        } else {
            foreign.write(bytes, at, length);
        }
        at += length;
    }

    /** The coded pixels go on until a marker that is neither a stuffed byte nor a restart. */
    private void scan() throws BrokenPicture {
        var from = at;
        while (unsigned(at) != 0xFF || pixels(unsigned(at + 1))) {
            at++;
        }
        keep(from, at - from);
    }

    private static boolean pixels(int after) {
        return after == 0 || (after >= 0xD0 && after <= 0xD7);
    }

    private static boolean size(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private boolean makesThePicture(int marker, int length) {
        return switch (marker) {
            case APP0 -> says("JFIF\0") && small(length);
            case PROFILE -> says("ICC_PROFILE\0");
            case ADOBE -> says("Adobe") && small(length);
            default -> marker < APP0 || (marker > LAST_APP && marker != COMMENT);
        };
    }

    /** A first head longer than its little picture needs hides something else: so are scripts dressed up as pictures. */
    private boolean lies(int length) {
        return says("JFIF\0") && length > 16 + 3 * (bytes[at + 14] & 0xFF) * (bytes[at + 15] & 0xFF);
    }

    /** A head without a little picture of its own. */
    private static boolean small(int length) {
        return length <= THUMBNAIL_AT;
    }

    private boolean says(String name) {
        var wanted = name.getBytes(StandardCharsets.ISO_8859_1);
        return at + 2 + Math.max(wanted.length, 14) <= bytes.length
                && java.util.Arrays.equals(bytes, at + 2, at + 2 + wanted.length, wanted, 0, wanted.length);
    }

    private void keep(int from, int length) {
        kept.write(bytes, from, length);
    }

    private int unsigned(int place) throws BrokenPicture {
        if (place >= bytes.length) {
            throw new BrokenPicture();
        }
        return bytes[place] & 0xFF;
    }
}
