package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;

/** The directory of tables: made whole or not at all, and only opened by the PostgreSQL that can read it. */
final class Cluster {

    private final PostgresHome home;
    private final PostgresBinaries binaries;
    private final RunAs runAs;

    Cluster(PostgresHome home, PostgresBinaries binaries, RunAs runAs) {
        this.home = home;
        this.binaries = binaries;
        this.runAs = runAs;
    }

    /** Creates the directory on the first start; later ones find it and the passwords as they were. */
    PostgresAccess prepare() {
        try {
            var known = PostgresAccess.read(home);
            var access = known.orElseGet(PostgresAccess::fresh);
            access.write(home);
            if (!home.hasCluster()) {
                create(access);
            } else if (known.isEmpty()) {
                throw new DatabaseUnavailable(
                        "The file " + home.accessFile() + " with the passwords of the database in " + home.cluster()
                                + " is missing. Put it back from a backup.");
            }
            runAs.takeOver(home.cluster());
            checkVersion();
            return access;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + home.cluster(), e);
        }
    }

    private void create(PostgresAccess access) throws IOException {
        var draft = home.unfinishedCluster();
        Trees.delete(draft);
        home.createPrivately(draft);
        runAs.takeOver(draft);
        var password = Files.createTempFile(
                home.run(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, access.superuserPassword());
            runAs.takeOver(password);
            var made = Shell.run(runAs.command(initdb(draft, password)));
            if (!made.ok()) {
                throw new DatabaseUnavailable("Cannot create a database in " + draft + ": " + made.output());
            }
        } finally {
            Files.delete(password);
        }
        Files.move(draft, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path directory, Path password) {
        var mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + directory,
                "--username=" + PostgresAccess.SUPERUSER,
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=" + (mac ? "en_US.UTF-8" : "C.UTF-8"),
                "--locale-provider=icu",
                "--icu-locale=vi-VN",
                "--auth=scram-sha-256",
                "--data-checksums",
                "--no-instructions");
    }

    /** The tables' format changes with each major version, and only a logical copy carries them over. */
    private void checkVersion() throws IOException {
        var theirs = Files.readString(home.cluster().resolve("PG_VERSION")).strip();
        var ours = binaries.majorVersion();
        if (!theirs.equals(ours)) {
            throw new DatabaseUnavailable("The data in " + home.cluster() + " was written by PostgreSQL " + theirs
                    + " and cannot be read by version " + ours + ". Start the earlier release and move the data over"
                    + " as docs/van-hanh.md says.");
        }
    }
}
