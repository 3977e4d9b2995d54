package org.giaoban.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Files that stand whole at their place or not at all, also after a power cut. */
final class Durably {

    /** How unfinished files begin; nobody reads them. */
    static final String UNFINISHED = ".unfinished-";

    private Durably() {}

    /** The folder a file lies in, also of a path that names none. */
    static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    /** Writes what a file contains. */
    @FunctionalInterface
    interface Content<T> {

        T write(OutputStream out) throws IOException;
    }

    /** Where a finished file belongs, which may depend on what was written. */
    @FunctionalInterface
    interface Place<T> {

        Path of(T written);
    }

    static <T> Path write(Path folder, Content<T> content, Place<T> place) throws IOException {
        createFolder(folder);
        var draft = folder.resolve(UNFINISHED + UUID.randomUUID());
        try (var channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), Sealing.PIECE);
            var written = content.write(out);
            out.flush();
            channel.force(true);
            var target = place.of(written);
            createFolder(folder(target));
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder(target));
            return target;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    static void createFolder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** A name in a folder is only safe when the folder is. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
