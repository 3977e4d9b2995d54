package org.giaoban.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Passwords that leaked somewhere in the world, in a file the operators put beside the program: a line for each, its SHA-1 in
 * capital hexadecimals first, sorted. Nobody is asked over the network; the file is searched where it lies, however large.
 */
@Component
class LeakedPasswords {

    private static final int HASH = 40;

    /** Lines are a hash and a count; this holds two of them. */
    private static final int WINDOW = 160;

    private final String file;

    LeakedPasswords(@Value("${giaoban.leaked-passwords:}") String file) {
        this.file = file;
        if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
            throw new IllegalStateException("giaoban.leaked-passwords names no readable file");
        }
    }

    boolean holds(String password) {
        return !file.isEmpty() && found(sha1(password));
    }

    private boolean found(String hash) {
        try (var lines = FileChannel.open(Path.of(file))) {
            var low = 0L;
            var high = lines.size();
            while (low < high) {
                var middle = (low + high) >>> 1;
                var line = lineFrom(lines, middle);
                var order = line.hash().isEmpty() ? 1 : line.hash().compareTo(hash);
                if (order == 0) {
                    return true;
                }
                if (order < 0) {
                    low = line.at() + 1;
                } else {
                    high = middle;
                }
            }
            return lineFrom(lines, low).hash().equals(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(long at, String hash) {}

    /** The first line that begins there or later; none at the end. */
    private static Line lineFrom(FileChannel lines, long from) throws IOException {
        var start = Math.max(0, from - 1);
        var window = ByteBuffer.allocate(WINDOW);
        var read = Math.max(0, lines.read(window, start));
        var text = new String(window.array(), 0, read, StandardCharsets.US_ASCII);
        var begin = from == 0 ? 0 : text.indexOf('\n') + 1;
        var none = from > 0 && begin == 0 || begin + HASH > text.length();
        return none ? new Line(lines.size(), "") : new Line(start + begin, text.substring(begin, begin + HASH));
    }

    private static String sha1(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
