package org.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.TreeMap;
import org.giaoban.platform.Refused;
import org.giaoban.platform.RestoreMark;
import org.giaoban.platform.Settings;
import org.giaoban.platform.database.EmbeddedPostgres;
import org.giaoban.platform.database.ServerAccess;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;

/** The way to another major version: every row of a working installation goes out and into a new database. */
@GiaoBanTest(story = "vu-quang-2018-11")
class CopyOverTest {

    private static final KeyPair PAIR = SealingKey.make();

    @Autowired
    DSLContext db;

    @TempDir
    private Path folder;

    @Test
    void everyRowComesOver() throws Exception {
        assumeTrue(TestServer.get().own().isPresent());
        Office.letPass(folder);
        var server = TestServer.get().own().orElseThrow();
        var database = String.valueOf(db.fetchValue("select current_database()"));
        var file = folder.resolve("rows");
        var began = System.nanoTime();

        assertThat(new CommandLine(copyOut(server, database)).execute("--to", file.toString()))
                .isZero();
        var data = Files.createDirectory(folder.resolve("data"));
        Office.letPass(data);
        var tables = CopyInCommand.run(data, file, PAIR.getPrivate(), false, Office.SETTINGS);

        var before = sums(server.jdbcUrl(database), server);
        assertThat(tables).isEqualTo(before.size()).isGreaterThan(100);
        assertThat(RestoreMark.in(data).present()).isTrue();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("giaoban rows", "vanphong");
        try (var copy = EmbeddedPostgres.start(data, Office.SETTINGS)) {
            assertThat(sums(copy.jdbcUrl(), copy)).isEqualTo(before);
            onlyOneRowOther(copy);
            assertThat(sums(copy.jdbcUrl(), copy))
                    .as("the control: one changed row is noticed")
                    .isNotEqualTo(before);
        }
        assertThatThrownBy(() -> CopyInCommand.run(data, file, PAIR.getPrivate(), false, Office.SETTINGS))
                .as("a database stands there")
                .isInstanceOf(Refused.class);
        Evidence.of("copy-over")
                .say("%d tables out and in, all sums the same, in %.1f s", tables, (System.nanoTime() - began) / 1e9);
    }

    private CopyOutCommand copyOut(EmbeddedPostgres server, String database) {
        var settings = new Settings(folder, false, "", null, null);
        var login = new ServerAccess.Login(server.superuser(), server.superuserPassword());
        var access = new ServerAccess("127.0.0.1", server.port(), database, login, false);
        var key = SealingKey.text(PAIR.getPublic());
        var backups =
                new Backups(new BackupSettings(null, key, LocalTime.of(1, 30), 14, 12), settings, access, Office.TIME);
        return new CopyOutCommand(backups, settings, access);
    }

    private static TreeMap<String, String> sums(String url, EmbeddedPostgres server) throws SQLException {
        try (var connection = DriverManager.getConnection(url, server.superuser(), server.superuserPassword());
                var statement = connection.createStatement()) {
            statement.execute(RowsOut.SAME_TEXT);
            var sums = new TreeMap<String, String>();
            for (var table : RowTable.all(connection)) {
                sums.put(table.name(), table.sum(connection));
            }
            return sums;
        }
    }

    private static void onlyOneRowOther(EmbeddedPostgres server) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.superuser(), server.superuserPassword());
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("update people.person set full_name = 'A ' || full_name"
                    + " where id = (select id from people.person limit 1)");
        }
    }
}
