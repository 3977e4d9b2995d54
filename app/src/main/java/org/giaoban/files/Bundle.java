package org.giaoban.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.giaoban.kernel.VietnameseText;

/** The files of one upload: the file itself, or each file of a .zip. */
public final class Bundle {

    /** One file by name. */
    public record Item(String name, byte[] bytes) {}

    private Bundle() {}

    /** Whether the bytes are an archive of files rather than an office document, which is an archive too. */
    public static boolean archive(byte[] bytes) {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            return false;
        }
        var names = ZipCheck.inspect(bytes, ZipCheck.Limits.BUNDLE).stream()
                .map(ZipCheck.Entry::name)
                .toList();
        return !names.contains("[Content_Types].xml") && !names.contains("mimetype");
    }

    /** The same with the path of each file in the archive as its name. */
    public static List<Item> tree(byte[] archive) {
        try {
            return read(archive, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            return treeOld(archive);
        }
    }

    /** The files inside, without folders and the litter that archivers add. */
    public static List<Item> open(byte[] archive) {
        return tree(archive).stream()
                .map(file -> new Item(file.name().substring(file.name().lastIndexOf('/') + 1), file.bytes()))
                .toList();
    }

    /** Archives made long ago name their files in some other character set. */
    private static List<Item> treeOld(byte[] archive) {
        try {
            return read(archive, StandardCharsets.ISO_8859_1);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnsafeZip(UnsafeZip.Why.BROKEN);
        }
    }

    private static List<Item> read(byte[] archive, Charset names) throws IOException {
        var items = new ArrayList<Item>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), names)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = VietnameseText.nfc(entry.getName());
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (!entry.isDirectory()
                        && !path.startsWith("__MACOSX/")
                        && !name.startsWith(".")
                        && !name.startsWith("~$")) {
                    items.add(new Item(path, zip.readAllBytes()));
                }
            }
        }
        return List.copyOf(items);
    }
}
