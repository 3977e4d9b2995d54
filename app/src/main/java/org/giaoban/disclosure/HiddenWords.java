package org.giaoban.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** Words in a Word file that its pages do not show: comments, and what was struck out or put in while changes were tracked. */
final class HiddenWords {

    private static final Set<String> COMMENTS = Set.of("word/comments.xml", "xl/comments1.xml");
    private static final Pattern TRACKED = Pattern.compile("<w:(del|ins|moveFrom|moveTo)[ >]");

    /** The store has looked at the file's size unpacked before; whatever is longer is not read on. */
    private static final int MOST = 48 << 20;

    private HiddenWords() {}

    /** Whether the file, whatever it is, holds such words. */
    static boolean in(InputStream file) throws IOException {
        try (var zip = new ZipInputStream(file)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (COMMENTS.contains(entry.getName())) {
                    return true;
                }
                if (entry.getName().equals("word/document.xml")) {
                    var text = new String(zip.readNBytes(MOST), StandardCharsets.UTF_8);
                    if (TRACKED.matcher(text).find()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
