package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right to run the server of one directory, held through a file lock that dies with its process. */
final class Ownership {

    /** Closing any channel on a file drops all of the process's locks on it, so we look here before opening it. */
    private static final Set<PostgresHome> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final PostgresHome home;
    private final FileChannel channel;

    private Ownership(PostgresHome home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static Optional<Ownership> take(PostgresHome home) {
        if (!HELD_BY_THIS_PROCESS.add(home)) {
            return Optional.empty();
        }
        var taken = false;
        try {
            var ownership = lock(home);
            taken = ownership.isPresent();
            return ownership;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + home.lockFile(), e);
        } finally {
            if (!taken) {
                HELD_BY_THIS_PROCESS.remove(home);
            }
        }
    }

    private static Optional<Ownership> lock(PostgresHome home) throws IOException {
        var channel = FileChannel.open(
                home.lockFile(),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new Ownership(home, channel));
    }

    void release() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unlock " + home.lockFile(), e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(home);
        }
    }
}
