package org.giaoban.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.flywaydb.core.Flyway;
import org.giaoban.platform.Keepsakes;
import org.giaoban.platform.MachineTime;
import org.giaoban.platform.Settings;
import org.giaoban.platform.database.EmbeddedPostgres;
import org.giaoban.platform.database.LaunchSettings;
import org.giaoban.platform.database.ServerAccess;

/** An installation in a folder, with its backups: what a test lives through. */
final class Office implements AutoCloseable {

    static final MachineTime TIME = new MachineTime();
    static final LaunchSettings SETTINGS =
            LaunchSettings.standard().withBinaries(Path.of("target", "postgres").toAbsolutePath());

    private final Path data;
    private final EmbeddedPostgres server;
    private final Backups backups;
    private final BackupWorker worker;

    private Office(Path data, EmbeddedPostgres server, Backups backups) {
        this.data = data;
        this.server = server;
        this.backups = backups;
        worker = new BackupWorker(backups, TIME, Runnable::run, false);
    }

    static Office open(Path data, Path copies, KeyPair pair) throws IOException {
        if (Files.notExists(data)) {
            Files.createDirectories(data);
        }
        letPass(data);
        Files.createDirectories(copies);
        var server = EmbeddedPostgres.start(data, SETTINGS);
        var settings = new BackupSettings(copies, SealingKey.text(pair.getPublic()), LocalTime.of(1, 30), 14, 12);
        var login = new ServerAccess.Login(server.superuser(), server.superuserPassword());
        var access = new ServerAccess("127.0.0.1", server.port(), "giaoban", login, false);
        return new Office(data, server, new Backups(settings, new Settings(data, false, "", null, null), access, TIME));
    }

    /** Temporary folders are closed to the user the server runs as. */
    static Path letPass(Path folder) throws IOException {
        for (var path : new Path[] {folder.getParent(), folder}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return folder;
    }

    /** Lets every user of the machine read a folder of this test. */
    static void readable(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    int port() {
        return server.port();
    }

    Backups backups() {
        return backups;
    }

    Keepsakes keepsakes() {
        return Keepsakes.of(data);
    }

    void migrate() {
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:db/migration")
                .schemas("platform")
                .load()
                .migrate();
    }

    void follow() {
        worker.start();
    }

    void stopFollowing() {
        worker.stop();
    }

    void upload(String shelf, String name, String content) throws IOException {
        var place = data.resolve("files").resolve(shelf).resolve(name);
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
    }

    void insert(int from, int count, String text) throws SQLException {
        execute("insert into public.drill select n, '" + text + "' || n from generate_series(" + from + ", "
                + (from + count - 1) + ") n");
    }

    Instant now() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    long number(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.superuser(), server.superuserPassword());
    }

    /** As a machine ends whose plug is pulled; what stays on its disk is not used again. */
    void kill() {
        ProcessHandle.of(server.pid().orElseThrow()).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        worker.stop();
        server.close();
    }
}
