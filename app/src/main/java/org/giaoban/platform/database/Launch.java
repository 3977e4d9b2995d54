package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One start of the server, from unpacking its programs to the first connection. */
final class Launch {

    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);
    private static final Duration LONGEST_RESTORE = Duration.ofDays(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ATTEMPTS = 50;
    private static final int LARGEST_LOG = 10_000_000;

    private final PostgresHome home;
    private final LaunchSettings settings;
    private final PostgresBinaries binaries;
    private final RunAs runAs;

    Launch(PostgresHome home, LaunchSettings settings) {
        this.home = home;
        this.settings = settings;
        var where = settings.binaries();
        this.binaries = PostgresBinaries.unpackedBelow(where == null ? home.directory() : where);
        this.runAs = RunAs.choose(binaries.program("postgres"), home);
    }

    /** A started server and how to reach it. */
    record Started(PostgresAccess access, ServerProcess process) {}

    Started run() {
        try {
            home.createPrivately(home.run());
            runAs.takeOver(home.run());
            prepareLog();
            LeftoverServer.clear(home);
            var access = new Cluster(home, binaries, runAs).prepare();
            var started = start(access);
            try {
                started.access().write(home);
                ApplicationRole.ensure(started.access());
            } catch (RuntimeException e) {
                started.process().stop();
                throw e;
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + home.directory(), e);
        }
    }

    private Started start(PostgresAccess known) throws IOException {
        var wanted = settings.port() != 0 ? settings.port() : known.port();
        for (var attempt = 1; ; attempt++) {
            var access = known.on(Ports.thisOrFree(wanted));
            if (settings.port() != 0 && settings.port() != access.port()) {
                throw new DatabaseUnavailable("Another program uses port " + settings.port());
            }
            var before = Files.size(home.log());
            var process = ServerProcess.start(runAs, server(access.port()), home);
            if (connected(access, process)) {
                return new Started(access, process);
            }
            var complaint = logged(before);
            if (attempt == ATTEMPTS || !worthAnotherTry(complaint)) {
                throw new DatabaseUnavailable("The database in " + home.cluster() + " does not start: " + complaint);
            }
            Pause.of(PAUSE);
            LeftoverServer.clear(home);
        }
    }

    private String logged(long since) throws IOException {
        var log = Files.readAllBytes(home.log());
        var start = Math.toIntExact(Math.min(since, log.length));
        return new String(log, start, log.length - start, StandardCharsets.UTF_8).strip();
    }

    private boolean connected(PostgresAccess access, ServerProcess process) {
        try {
            var longest = Files.exists(home.recoverySignal()) ? LONGEST_RESTORE : LONGEST_RECOVERY;
            return ServerConnection.await(access, home, process, longest);
        } catch (DatabaseUnavailable e) {
            process.stop();
            throw e;
        }
    }

    /**
     * Somebody else took the port meanwhile, children of a killed server are still on their way out, or a program that was killed had
     * just started its server again, which had not said so when we looked.
     */
    private boolean worthAnotherTry(String complaint) {
        var portTaken = complaint.contains("could not create any TCP/IP sockets");
        return portTaken && settings.port() == 0
                || complaint.contains("pre-existing shared memory block")
                || complaint.contains("lock file \"postmaster.pid\" already exists");
    }

    private List<String> server(int port) {
        var command = new ArrayList<>(List.of(
                binaries.program("postgres").toString(), "-D", home.cluster().toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        for (var setting : configuration()) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private List<String> configuration() {
        var durable = settings.durability() == LaunchSettings.Durability.DURABLE ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=" + home.socketDirectory(),
                "unix_socket_permissions=0700",
                "fsync=" + durable,
                "synchronous_commit=" + durable,
                "full_page_writes=" + durable,
                "shared_buffers=" + settings.memory().toMegabytes() + "MB",
                "max_connections=100",
                "wal_keep_size=256MB",
                // A backup that stands still must not fill the disk of the tables.
                "max_slot_wal_keep_size=4GB",
                "timezone=UTC",
                // Statements and row contents may be personal data: they do not belong in a log.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    private void prepareLog() throws IOException {
        if (Files.exists(home.log()) && Files.size(home.log()) > LARGEST_LOG) {
            Files.delete(home.log());
        }
        if (Files.notExists(home.log())) {
            Files.createFile(
                    home.log(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }
}
