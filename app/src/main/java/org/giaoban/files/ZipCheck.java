package org.giaoban.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.giaoban.files.UnsafeZip.Why;

/**
 * Looks through an archive before any parser does: counts what really comes out, not what the headers claim.
 *
 * <p>Read front to back like the readers that follow, so overlapping entries and lying directories gain nothing.
 */
public final class ZipCheck {

    /** How much an archive may hold. */
    public record Limits(long totalBytes, int entries, int ratio) {

        /** For an office document. */
        public static final Limits DOCUMENT = new Limits(96L << 20, 3_000, 250);

        /** For a bundle of documents, which are dense already. */
        public static final Limits BUNDLE = new Limits(96L << 20, 500, 100);
    }

    /** One entry by name with its true size. */
    public record Entry(String name, long size) {}

    // Below this an entry may be as dense as it likes: a few hundred KiB of XML hurt nobody.
    private static final long RATIO_FLOOR = 4L << 20;

    private ZipCheck() {}

    /** The entries, or {@link UnsafeZip}. */
    public static List<Entry> inspect(byte[] bytes, Limits limits) {
        return inspect(new ByteArrayInputStream(bytes), bytes.length, limits);
    }

    /** The entries of an archive of that many packed bytes, or {@link UnsafeZip}. */
    public static List<Entry> inspect(InputStream in, long packed, Limits limits) {
        var entries = new ArrayList<Entry>();
        var names = new HashSet<String>();
        long total = 0;
        // Old archivers write names in any character set; here only their separators matter.
        try (var zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entries.size() == limits.entries()) {
                    throw new UnsafeZip(Why.TOO_MANY_ENTRIES);
                }
                checkName(entry, names);
                long size = measure(zip, total, packed, limits);
                total += size;
                entries.add(new Entry(entry.getName(), size));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnsafeZip(Why.BROKEN);
        }
        if (entries.isEmpty()) {
            throw new UnsafeZip(Why.BROKEN);
        }
        return List.copyOf(entries);
    }

    private static void checkName(ZipEntry entry, HashSet<String> names) {
        String name = entry.getName();
        boolean climbs = name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/")).contains("..");
        // Two entries of one name are read differently by different programs: one shows, the other is judged.
        if (climbs || name.length() > 500 || !names.add(name)) {
            throw new UnsafeZip(Why.BAD_NAME);
        }
    }

    private static long measure(ZipInputStream zip, long before, long packed, Limits limits) throws IOException {
        var buffer = new byte[16 << 10];
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            if (before + size > limits.totalBytes()) {
                throw new UnsafeZip(Why.TOO_LARGE_INSIDE);
            }
            if (before + size > RATIO_FLOOR && (before + size) / limits.ratio() > packed) {
                throw new UnsafeZip(Why.TOO_DENSE);
            }
        }
        return size;
    }
}
