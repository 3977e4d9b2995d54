package org.giaoban.pictures;

import java.util.Locale;
import java.util.Set;
import org.giaoban.platform.Refused;

/**
 * An upload that is a picture and nothing else.
 *
 * @param bytes what is needed to draw it: no text, no place, no foreign parts
 * @param turn how the camera was held, as the numbers 1 to 8 of the Exif standard
 */
record Original(Kind kind, int width, int height, int turn, byte[] bytes) {

    private static final int MOST_BYTES = 12 * 1024 * 1024;
    private static final long MOST_PIXELS = 40_000_000;

    /** What may come in. */
    enum Kind {
        JPEG("jpeg", Set.of("jpg", "jpeg", "jpe", "jfif")),
        PNG("png", Set.of("png"));

        private final String format;
        private final Set<String> endings;

        Kind(String format, Set<String> endings) {
            this.format = format;
            this.endings = endings;
        }

        String format() {
            return format;
        }
    }

    /** Reads what the file says of itself; no pixel is touched before its size is known. */
    static Original of(Upload upload) {
        var bytes = upload.bytes();
        if (bytes.length > MOST_BYTES) {
            throw new Refused("pictures.refused.bytes", upload.name());
        }
        var parts = parts(upload);
        var kind = parts.kind();
        named(upload, kind);
        if (Disguise.inside(parts.foreign()) || Disguise.archive(bytes)) {
            throw new Refused("pictures.refused.disguised", upload.name());
        }
        if ((long) parts.width() * parts.height() > MOST_PIXELS) {
            throw new Refused("pictures.refused.pixels", upload.name());
        }
        return new Original(kind, parts.width(), parts.height(), parts.turn(), parts.kept());
    }

    private static Parts parts(Upload upload) {
        var bytes = upload.bytes();
        try {
            if (JpegParts.begins(bytes)) {
                return JpegParts.read(bytes);
            }
            if (PngParts.begins(bytes)) {
                return PngParts.read(bytes);
            }
        } catch (BrokenPicture e) {
            throw new Refused("pictures.refused.broken", upload.name());
        }
        throw new Refused(Disguise.drawing(bytes) ? "pictures.refused.svg" : "pictures.refused.kind", upload.name());
    }

    private static void named(Upload upload, Kind kind) {
        var dot = upload.name().lastIndexOf('.');
        var ending = upload.name().substring(dot + 1).toLowerCase(Locale.ROOT);
        if (dot < 0 || !kind.endings.contains(ending)) {
            throw new Refused("pictures.refused.extension", upload.name(), kind.name());
        }
    }
}
