package org.giaoban.pageimport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.giaoban.files.Bundle;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;

/** The files of one archive or upload: found by their place, else by a name that only one of them has. */
final class FilesBeside implements Beside {

    private static final int LONGEST = 2_000;

    private final String folder;
    private final Map<String, Bundle.Item> places = new HashMap<>();
    private final Map<String, Bundle.@Nullable Item> names = new HashMap<>();

    private FilesBeside(String folder) {
        this.folder = folder;
    }

    static FilesBeside of(String page, Collection<Bundle.Item> files) {
        var beside = new FilesBeside(page.substring(0, page.lastIndexOf('/') + 1));
        for (var file : files) {
            beside.places.put(key(file.name()), file);
            var name = key(last(file.name()));
            // Two of one name: which is meant cannot be told.
            if (!name.isEmpty()) {
                beside.names.put(name, beside.names.containsKey(name) ? null : file);
            }
        }
        return beside;
    }

    @Override
    public Optional<Bundle.Item> find(String reference) {
        var exact = places.get(key(reference));
        if (exact != null) {
            return Optional.of(exact);
        }
        var path = path(reference);
        var placed = places.get(key(plain(folder + path)));
        return placed != null ? Optional.of(placed) : Optional.ofNullable(names.get(key(last(path))));
    }

    /** The path of an address, without its query and with its letters decoded. */
    static String path(String reference) {
        if (reference.length() > LONGEST) {
            return "";
        }
        var bare = reference.replaceFirst("[?#].*", "").replace('\\', '/').replace("+", "%2B");
        try {
            return VietnameseText.nfc(URLDecoder.decode(bare, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return bare;
        }
    }

    private static String plain(String path) {
        var plain = path.replace("/./", "/").replaceFirst("^\\./", "");
        var shorter = plain.replaceFirst("(^|/)[^/]+/\\.\\./", "$1");
        while (!shorter.equals(plain)) {
            plain = shorter;
            shorter = plain.replaceFirst("(^|/)[^/]+/\\.\\./", "$1");
        }
        return plain.replace("/./", "/").replaceAll("(^|/)\\./", "$1");
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String key(String path) {
        return VietnameseText.nfc(path).toLowerCase(Locale.ROOT);
    }
}
