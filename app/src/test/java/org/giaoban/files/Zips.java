package org.giaoban.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives for tests. */
public final class Zips {

    private static final LocalDateTime LONG_AGO = LocalDateTime.of(2018, 11, 1, 8, 0);

    private Zips() {}

    public static byte[] of(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                var begun = new ZipEntry(entry.getKey());
                // The same parts are the same archive, whenever it is made.
                begun.setTimeLocal(LONG_AGO);
                zip.putNextEntry(begun);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A small archive that unpacks to so many bytes. */
    public static byte[] bomb(String entry, int bytes) {
        var out = new ByteArrayOutputStream();
        var block = new byte[1 << 20];
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            for (int left = bytes; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The archive with another way of packing written over all its entries; nobody can unpack it. */
    public static byte[] packedAs(int method, byte[] archive) {
        var other = archive.clone();
        for (int at = 0; at + 12 < other.length; at++) {
            if (other[at] == 'P' && other[at + 1] == 'K') {
                int place = other[at + 2] == 3 && other[at + 3] == 4 ? at + 8 : other[at + 2] == 1 ? at + 10 : -1;
                if (place > 0) {
                    other[place] = (byte) method;
                    other[place + 1] = (byte) (method >> 8);
                }
            }
        }
        return other;
    }
}
