package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.giaoban.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data directories from before pictures had a room of their own: every picture and both its sizes are found there. */
class PicturesMigrationTest {

    private static final String DATABASE =
            "giaoban_pictures_" + ProcessHandle.current().pid();
    private static final String LAST_BEFORE = "202611221230";
    private static final String MOVED = "202611221441";

    private static final String OLD = """
            insert into portal.media (id, unit_id, media_type, width, height, content, thumbnail, sha256, added_at)
            select ('00000000-0000-0000-0000-00000000000' || n)::uuid, '00000000-0000-0000-0000-0000000000aa', 'image/jpeg', w, h,
                ('\\x0' || n)::bytea, ('\\x1' || n)::bytea, repeat(n::text, 64), '2018-11-01T00:00:00Z'
            from (values (1, 1280, 800), (2, 300, 200), (3, 427, 1280)) old (n, w, h)""";

    @BeforeEach
    void anOldDatabase() throws SQLException {
        execute("postgres", "drop database if exists " + DATABASE, "create database " + DATABASE);
        migrate(LAST_BEFORE);
        execute(DATABASE, OLD);
    }

    @AfterEach
    void dropIt() throws SQLException {
        execute("postgres", "drop database " + DATABASE + " with (force)");
    }

    @Test
    void everyPictureKeepsItsNumberItsUnitAndItsSizes() throws SQLException {
        migrate(MOVED);

        assertThat(rows("""
                        select right(p.id::text, 1) || ' ' || p.width || 'x' || p.height || ' ' || c.width || 'x' || c.height
                            || ' ' || encode(c.content, 'hex')
                        from pictures.picture p join pictures.copy c on c.picture_id = p.id
                        where p.unit_id = '00000000-0000-0000-0000-0000000000aa' order by 1"""))
                .containsExactly(
                        "1 1280x800 1280x800 01",
                        "1 1280x800 480x300 11",
                        "2 300x200 300x200 02",
                        "3 427x1280 160x480 13",
                        "3 427x1280 427x1280 03");
        assertThat(rows("select rel from scale.placement where rel = 'portal.media'"))
                .isEmpty();
    }

    private static void migrate(String target) {
        var server = TestServer.get();
        Flyway.configure()
                .dataSource(server.url(DATABASE), server.user(), server.password())
                .locations("classpath:db/migration")
                .schemas("platform")
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> rows(String query) throws SQLException {
        try (var connection = TestServer.get().owner(DATABASE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
