package org.giaoban.portal;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures for articles: drawn anew on the way in, so that neither hidden data nor anything but a picture gets through. */
@Service
@Transactional
class Pictures {

    private static final int MOST_BYTES = 12 * 1024 * 1024;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int WIDE = 1280;
    private static final int SMALL = 480;
    private static final Set<String> KNOWN = Set.of("JPEG", "png");

    private final MediaRepository media;
    private final Access access;
    private final Clock clock;

    Pictures(MediaRepository media, Access access, Clock clock) {
        this.media = media;
        this.access = access;
        this.clock = clock;
    }

    /** A stored picture, or its small copy. */
    record Shown(String mediaType, byte[] content) {}

    UUID add(UnitId unit, byte[] upload) {
        access.require(Capability.ARTICLE_WRITE, unit);
        if (upload.length > MOST_BYTES) {
            throw new Refused("portal.picture.size");
        }
        var original = read(upload);
        var picture = scaled(original, WIDE);
        var content = encoded(picture);
        var known = media.bySha256(unit, sha256(content));
        if (known.isPresent()) {
            return known.get();
        }
        var stored = new MediaRepository.Stored(
                Uuid7.next(), unit, picture.getWidth(), picture.getHeight(), content, encoded(scaled(original, SMALL)));
        media.insert(stored, sha256(content), clock.instant());
        return stored.id();
    }

    /** For visitors only while a published text shows it; for editors of the unit always. */
    @Transactional(readOnly = true)
    Optional<Shown> find(UUID id, boolean small) {
        var open = media.published(id)
                || media.unit(id)
                        .filter(unit -> access.allows(Capability.ARTICLE_WRITE, unit)
                                || access.allows(Capability.ARTICLE_APPROVE, unit))
                        .isPresent();
        return open ? media.content(id, small) : Optional.empty();
    }

    private static BufferedImage read(byte[] upload) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new Refused("portal.picture.unknown");
            }
            var reader = readers.next();
            reader.setInput(input, true, true);
            return decoded(reader);
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Refused("portal.picture.unknown");
        }
    }

    /** The size is asked for before the pixels are. */
    private static BufferedImage decoded(ImageReader reader) throws IOException {
        try {
            if (!KNOWN.contains(reader.getFormatName())) {
                throw new Refused("portal.picture.unknown");
            }
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new Refused("portal.picture.size");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage original, int widest) {
        var factor = Math.min(1.0, (double) widest / Math.max(original.getWidth(), original.getHeight()));
        var width = Math.max(1, (int) Math.round(original.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(original.getHeight() * factor));
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(original, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return copy;
    }

    private static byte[] encoded(BufferedImage picture) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
