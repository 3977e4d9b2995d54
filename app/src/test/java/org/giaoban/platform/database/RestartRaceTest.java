package org.giaoban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that was killed while it started its database again leaves a server that takes the directory between our look and our
 * start. Here the server's own program is in the way: at its first start it first starts another one that nobody watches.
 */
class RestartRaceTest {

    private static final String TAKES_THE_DIRECTORY_FIRST = """
            #!/bin/sh
            if [ "$1" = -D ] && [ "$3" = -p ] && mkdir "$2/taken" 2>/dev/null; then
                "$0.real" "$@" &
                until grep -q ready "$2/postmaster.pid" 2>/dev/null; do sleep 0.05; done
                sleep 1
            fi
            exec "$0.real" "$@"
            """;

    @TempDir
    Path binaries;

    @TempDir
    Path data;

    @Test
    void startsThoughALeftoverServerTookTheDirectoryMeanwhile() throws Exception {
        var program = PostgresBinaries.unpackedBelow(binaries).program("postgres");
        Files.move(program, program.resolveSibling("postgres.real"));
        Files.writeString(program, TAKES_THE_DIRECTORY_FIRST);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));

        try (var postgres =
                        EmbeddedPostgres.start(data, LaunchSettings.standard().withBinaries(binaries));
                var connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            assertThat(connection.isValid(5)).isTrue();
            assertThat(postgres.attached()).isFalse();
            assertThat(backend(connection))
                    .as("our own server")
                    .hasValue(postgres.pid().orElseThrow());
            var home = PostgresHome.below(data);
            assertThat(home.cluster().resolve("taken")).isDirectory();
            assertThat(Files.readString(home.log()))
                    .as("the race was run")
                    .contains("lock file \"postmaster.pid\" already exists");
        }
    }

    /** The server behind the connection's process. */
    private static OptionalLong backend(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1)).flatMap(ProcessHandle::parent).stream()
                    .mapToLong(ProcessHandle::pid)
                    .findFirst();
        }
    }
}
