package org.giaoban.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the master keys, one a line and the newest last, which only its owner may read. */
final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Pattern LINE = Pattern.compile("master (\\d{1,6}) ([A-Za-z0-9+/]{43}=)");
    private static final String HEAD = """
            # Giao Ban: the master keys. Without this file nobody reads what the database keeps under seal.
            # Keep a copy where no copy of the database lies. Old lines open old backups.
            """;

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    Path path() {
        return path;
    }

    /** The keys by their numbers; the highest is the present one. */
    SortedMap<Integer, SecretKey> read() {
        try {
            var keys = new TreeMap<Integer, SecretKey>();
            for (var line : Files.readAllLines(path)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var parts = LINE.matcher(line.strip());
                    if (!parts.matches()) {
                        throw new NotAuthentic("a line of the key file " + path + " is damaged");
                    }
                    keys.put(
                            Integer.valueOf(parts.group(1)),
                            new SecretKeySpec(Base64.getDecoder().decode(parts.group(2)), "AES"));
                }
            }
            if (keys.isEmpty()) {
                throw new NotAuthentic("the key file " + path + " has no key");
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the key file " + path, e);
        }
    }

    /** Made with its first key; when another process made it in the same moment, that one stays. */
    void create() {
        try {
            var folder = path.getParent();
            if (folder != null && Files.notExists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var draft = draft(HEAD + line(1));
            try {
                Files.createLink(path, draft);
                settle();
                LOG.warn("Made the key file {}: keep a copy of it apart from the database and its backups", path);
            } catch (FileAlreadyExistsException made) {
                LOG.debug("The key file {} was made meanwhile", path, made);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the key file " + path, e);
        }
    }

    /** Adds a master key and gives its number; the file is replaced whole or not at all. */
    int add() {
        var number = read().lastKey() + 1;
        try {
            var text = Files.readString(path).stripTrailing() + '\n' + line(number);
            Files.move(draft(text), path, StandardCopyOption.ATOMIC_MOVE);
            settle();
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the key file " + path, e);
        }
    }

    private Path draft(String text) throws IOException {
        var draft = Files.createTempFile(
                path.getParent(),
                "keys",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        return draft;
    }

    /** After a power cut the file is there as surely as what was sealed with it. */
    private void settle() throws IOException {
        try (var folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static String line(int number) {
        return "master " + number + " " + Base64.getEncoder().encodeToString(Gcm.randomKey()) + '\n';
    }
}
