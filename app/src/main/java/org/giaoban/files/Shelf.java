package org.giaoban.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** The directory of contents: {@code ab/cdef…} by hash, written beside and moved into place whole. */
@Component
class Shelf {

    private final FileSettings settings;

    Shelf(FileSettings settings) {
        this.settings = settings;
    }

    /** Streams to a temporary file; more than the limit is refused without reading on. */
    Received receive(String name, InputStream content) {
        try {
            Files.createDirectories(settings.directory().resolve("incoming"));
            Path temporary = Files.createTempFile(settings.directory().resolve("incoming"), "upload", ".part");
            try {
                return copy(name, content, temporary);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Received copy(String name, InputStream content, Path temporary) throws IOException {
        var digest = sha256();
        long size = Files.copy(
                new DigestInputStream(new Limited(content, settings.maxBytes() + 1), digest),
                temporary,
                StandardCopyOption.REPLACE_EXISTING);
        if (size > settings.maxBytes()) {
            throw new Refused("files.too-large", name, settings.maxBytes() >> 20);
        }
        try (var in = Files.newInputStream(temporary)) {
            var head = in.readNBytes(Sniffer.HEAD);
            return new Received(temporary, size, HexFormat.of().formatHex(digest.digest()), head);
        }
    }

    /** Moves the bytes to their place; the same content is there already when somebody sent it before. */
    void keep(Received received) {
        Path place = place(received.sha256());
        try {
            if (Files.exists(place)) {
                return;
            }
            Files.createDirectories(place.getParent());
            try (var channel = FileChannel.open(received.temporary(), StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(received.temporary(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard(Received received) {
        try {
            Files.deleteIfExists(received.temporary());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(String sha256) {
        try {
            return Files.newInputStream(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String sha256) {
        try {
            Files.deleteIfExists(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path place(String sha256) {
        return settings.directory().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends after so many bytes, so that one byte over the limit is enough to know. */
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
