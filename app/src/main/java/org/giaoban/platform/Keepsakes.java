package org.giaoban.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lines that no restore takes back: they stand beside the database, and a restore to any moment brings them in the newest
 * state that was backed up. Whoever writes here puts down marks without personal data, after the commit they tell of, and
 * adds at a start what a crash kept out.
 */
@Component
public class Keepsakes {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

    private final Path folder;

    @Autowired
    Keepsakes(Settings settings) {
        this(folder(settings.data()));
    }

    private Keepsakes(Path folder) {
        this.folder = folder;
    }

    /** The lists of the installation in a data folder. */
    public static Keepsakes of(Path data) {
        return new Keepsakes(folder(data));
    }

    /** Where the lists of an installation lie. */
    public static Path folder(Path data) {
        return data.resolve("keepsakes");
    }

    /** Adds a line and returns when it is on disk. */
    public synchronized void append(String name, String line) {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("one line at a time");
        }
        try {
            Files.createDirectories(folder);
            var ownOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(file(name), options, ownOnly);
                    var _ = channel.lock()) {
                channel.truncate(whole(Files.readString(file(name))).getBytes(StandardCharsets.UTF_8).length);
                channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), channel.size());
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file(name), e);
        }
    }

    /** All whole lines, oldest first; one that a crash tore off is left out. */
    public List<String> lines(String name) {
        try {
            if (Files.notExists(file(name))) {
                return List.of();
            }
            return whole(Files.readString(file(name))).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(name), e);
        }
    }

    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of a list: " + name);
        }
        return folder.resolve(name + ".txt");
    }
}
