package org.giaoban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever kills the database under a running program finds it running again, on the same port, with all that was acknowledged. */
class KilledServerTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private static Path binaries;

    @TempDir
    private Path data;

    @Test
    void comesBackByItselfWithEverythingThatWasAcknowledged() throws Exception {
        try (var postgres = start()) {
            execute(postgres, "create table kept (id bigint)");
            for (var round = 1; round <= 2; round++) {
                execute(postgres, "insert into kept values (" + round + ")");
                long killed = postgres.pid().orElseThrow();

                ProcessHandle.of(killed).orElseThrow().destroyForcibly();

                await().atMost(SOON).until(() -> postgres.pid().orElseThrow() != killed);
                await().atMost(SOON).ignoreExceptions().until(() -> rows(postgres) > 0);
                assertThat(rows(postgres)).isEqualTo(round);
            }
        }
    }

    @Test
    void staysAwayOnceItWasToStop() throws Exception {
        var postgres = start();
        var pid = postgres.pid().orElseThrow();

        postgres.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        await().during(Duration.ofSeconds(2)).atMost(SOON).until(() -> !answers(postgres));
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, LaunchSettings.standard().withBinaries(binaries));
    }

    private static Connection open(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = open(postgres);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int rows(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = open(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from kept")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static boolean answers(EmbeddedPostgres postgres) {
        try (var connection = open(postgres)) {
            return connection.isValid(1);
        } catch (SQLException gone) {
            return false;
        }
    }
}
