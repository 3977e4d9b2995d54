package org.giaoban.pictures;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Draws a picture anew: upright, without transparency, in the size wanted. */
final class Drawing {

    /** More is read in coarser steps, so that no upload takes the memory of everybody else. */
    private static final long MOST_MEMORY = 100L << 20;

    private static final int DEEPEST = 8;
    private static final int TALLEST = 3200;

    private Drawing() {}

    /** The pixels; whatever the reader stumbles over is a broken file, for it met only what the file said. */
    static BufferedImage read(Original original) throws BrokenPicture {
        var reader =
                ImageIO.getImageReadersByFormatName(original.kind().format()).next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(original.bytes()))) {
            reader.setInput(input, true, true);
            return upright(pixels(reader, original), original.turn());
        } catch (IOException | RuntimeException e) {
            throw new BrokenPicture();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage pixels(ImageReader reader, Original original) throws IOException {
        var wanted = reader.getDefaultReadParam();
        var step = 1;
        while ((long) (original.width() / step) * (original.height() / step) * depth(original) > MOST_MEMORY) {
            step++;
        }
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    private static int depth(Original original) {
        return original.kind() == Original.Kind.PNG ? DEEPEST : 3;
    }

    private static BufferedImage upright(BufferedImage picture, int turn) {
        if (turn == 1) {
            return picture;
        }
        var wide = picture.getWidth();
        var high = picture.getHeight();
        var way = new AffineTransform();
        switch (turn) {
            case 2 -> way.setTransform(-1, 0, 0, 1, wide, 0);
            case 3 -> way.setTransform(-1, 0, 0, -1, wide, high);
            case 4 -> way.setTransform(1, 0, 0, -1, 0, high);
            case 5 -> way.setTransform(0, 1, 1, 0, 0, 0);
            case 6 -> way.setTransform(0, 1, -1, 0, high, 0);
            case 7 -> way.setTransform(0, -1, -1, 0, high, wide);
            default -> way.setTransform(0, -1, 1, 0, 0, wide);
        }
        var lying = turn >= 5;
        var copy = new BufferedImage(lying ? high : wide, lying ? wide : high, BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, copy.getWidth(), copy.getHeight());
        pen.drawImage(picture, way, null);
        pen.dispose();
        return copy;
    }

    /** Not wider than wanted and never larger than it came; big steps down are made by halves, which keeps lines clean. */
    static BufferedImage scaled(BufferedImage picture, int widest) {
        var factor =
                Math.min(1.0, Math.min((double) widest / picture.getWidth(), (double) TALLEST / picture.getHeight()));
        var width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        var step = picture;
        while (step.getWidth() > 2 * width && step.getHeight() > 2 * height) {
            step = drawn(step, step.getWidth() / 2, step.getHeight() / 2, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return drawn(step, width, height, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, Object interpolation) {
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return copy;
    }
}
