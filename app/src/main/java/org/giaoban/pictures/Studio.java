package org.giaoban.pictures;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.giaoban.platform.Quarantine;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** Makes the copies of a picture, one picture at a time: drawing is the only work here that takes much memory. */
@Component
class Studio {

    private static final int[] WEBP = {320, 640, 960, 1600};
    private static final int[] JPEG = {640, 1280};

    private final Semaphore table = new Semaphore(1);
    private final Encoder encoder;

    Studio(Encoder encoder) {
        this.encoder = encoder;
    }

    /** The copies, and the size of the largest. */
    record Made(int width, int height, List<Copy> copies) {}

    /** One copy as it is kept. */
    record Copy(String mediaType, int width, int height, byte[] content) {

        static final String WEBP = "image/webp";
        static final String JPEG = "image/jpeg";
    }

    Made copies(Upload upload) {
        var original = Original.of(upload);
        table.acquireUninterruptibly();
        try {
            return copies(Quarantine.read(Refused.class, () -> Drawing.read(original)));
        } catch (Quarantine.Unread e) {
            var busy = e.why() == Quarantine.Unread.Why.BUSY;
            throw new Refused(busy ? "pictures.refused.busy" : "pictures.refused.broken", upload.name());
        } finally {
            table.release();
        }
    }

    private Made copies(BufferedImage picture) {
        var largest = Drawing.scaled(picture, WEBP[WEBP.length - 1]);
        var copies = new ArrayList<>(webp(largest));
        widths(JPEG, largest.getWidth()).forEach(wide -> {
            var drawn = Drawing.scaled(largest, wide);
            copies.add(new Copy(Copy.JPEG, drawn.getWidth(), drawn.getHeight(), encoder.jpeg(drawn)));
        });
        return new Made(largest.getWidth(), largest.getHeight(), copies);
    }

    /** For a picture that was kept as JPEG alone. */
    List<Copy> webp(Copy jpeg) throws BrokenPicture {
        var original = Original.of(new Upload("anh.jpg", jpeg.content()));
        return webp(Drawing.read(original));
    }

    private List<Copy> webp(BufferedImage picture) {
        if (!encoder.writesWebp()) {
            return List.of();
        }
        return widths(WEBP, picture.getWidth())
                .mapToObj(wide -> Drawing.scaled(picture, wide))
                .map(drawn -> new Copy(Copy.WEBP, drawn.getWidth(), drawn.getHeight(), encoder.webp(drawn)))
                .toList();
    }

    boolean writesWebp() {
        return encoder.writesWebp();
    }

    /** The steps below the picture's own width, and that width itself where a step would go past it. */
    private static IntStream widths(int[] steps, int own) {
        var below = IntStream.of(steps).filter(step -> step < own);
        return steps[steps.length - 1] < own ? below : IntStream.concat(below, IntStream.of(own));
    }
}
