package org.giaoban.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.giaoban.platform.Refused;

/** Counts what is inside an uploaded Word file before any parser sees it. */
final class TemplatePackage {

    static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final int MOST_ENTRIES = 400;
    private static final long MOST_UNPACKED = 40L * 1024 * 1024;

    private TemplatePackage() {}

    static void scan(byte[] content) {
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new Refused("documents.template.size");
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            if (unpacked(zip) == 0) {
                throw new Refused("documents.template.not-word");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("documents.template.unreadable");
        }
    }

    private static long unpacked(ZipInputStream zip) throws IOException {
        var buffer = new byte[8192];
        var total = 0L;
        var entries = 0;
        while (zip.getNextEntry() != null) {
            entries++;
            for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                total += read;
                if (total > MOST_UNPACKED || entries > MOST_ENTRIES) {
                    throw new Refused("documents.template.bomb");
                }
            }
        }
        return total;
    }
}
