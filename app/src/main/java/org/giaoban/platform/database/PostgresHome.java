package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The files of one embedded server: tables, socket, log, passwords, lock. Others may pass through the directory, which
 * the server needs when it runs as another user than we do; everything in it but the programs is closed to them.
 */
record PostgresHome(Path directory) {

    /** Longer paths do not fit into a socket address. */
    private static final int LONGEST_SOCKET_DIRECTORY = 85;

    static PostgresHome below(Path dataDirectory) {
        try {
            Files.createDirectories(dataDirectory);
            var directory = dataDirectory.toRealPath().resolve("postgres");
            var home = new PostgresHome(directory);
            home.create(directory, "rwx--x--x");
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the data directory " + dataDirectory, e);
        }
    }

    /** Lets the server's user reach what is below a directory of ours, without seeing what else is there. */
    static void letPass(Path directory) {
        try {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + directory, e);
        }
    }

    Path cluster() {
        return directory.resolve("cluster");
    }

    /** Where a new cluster is made before it is moved into place whole. */
    Path unfinishedCluster() {
        return directory.resolve("cluster.new");
    }

    Path run() {
        return directory.resolve("run");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    Path accessFile() {
        return directory.resolve("access.properties");
    }

    Path lockFile() {
        return directory.resolve("owner.lock");
    }

    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    /** There as long as the server reads the journal of a backup. */
    Path recoverySignal() {
        return cluster().resolve("recovery.signal");
    }

    String socketDirectory() {
        return run().toString().length() > LONGEST_SOCKET_DIRECTORY ? "" : run().toString();
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** A directory only the server's user may enter. */
    void createPrivately(Path path) throws IOException {
        create(path, "rwx------");
    }

    private void create(Path path, String mode) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
}
