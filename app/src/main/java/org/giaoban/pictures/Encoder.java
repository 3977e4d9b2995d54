package org.giaoban.pictures;

import com.luciad.imageio.webp.WebP;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.springframework.stereotype.Component;

/** Writes a drawn picture as JPEG, and as WebP where the library has a native part for this machine. */
@Component
class Encoder {

    private static final float JPEG_QUALITY = 0.8f;
    private static final float WEBP_QUALITY = 0.78f;

    private final boolean webp;

    Encoder() {
        webp = WebP.loadNativeLibrary();
        // Only its writer is wanted: its reader would hand foreign files to native code wherever a picture is opened.
        var registry = IIORegistry.getDefaultInstance();
        var reader = registry.getServiceProviderByClass(WebPImageReaderSpi.class);
        if (reader != null) {
            registry.deregisterServiceProvider(reader, ImageReaderSpi.class);
        }
    }

    boolean writesWebp() {
        return webp;
    }

    byte[] jpeg(BufferedImage picture) {
        try {
            return written(ImageIO.getImageWritersByFormatName("jpeg").next(), picture, "JPEG", JPEG_QUALITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] webp(BufferedImage picture) {
        try {
            return written(new WebPImageWriterSpi().createWriterInstance(null), picture, "Lossy", WEBP_QUALITY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(ImageWriter writer, BufferedImage picture, String type, float quality)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(type);
            how.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
