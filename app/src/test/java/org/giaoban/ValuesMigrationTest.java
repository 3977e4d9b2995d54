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

/** Data directories from before values were packed: whatever stood in rows of their own is found in the same rows afterwards. */
class ValuesMigrationTest {

    private static final String DATABASE =
            "giaoban_packing_" + ProcessHandle.current().pid();
    private static final String LAST_BEFORE = "202611220926";
    private static final String PACKED = "202611221207";

    private static final String RETURN_VALUES =
            "select * from reporting.return_value order by return_id, version, indicator";
    private static final String FACTS =
            "select * from indicators.indicator_value order by cell_id, unit_no, period, indicator_id";
    private static final String FACTS_OF_A_YEAR = FACTS.replace("_value", "_value_2018");

    /** Of three returns, values with and without each of the columns; the second version of the first says less. */
    private static final List<String> OLD = List.of(
            "alter table reporting.return_version drop constraint return_version_cell_id_return_id_fkey",
            """
            insert into reporting.return_version
            select c, ('00000000-0000-0000-0000-00000000000' || c)::uuid, v, 'API', null, 'f', null, 'print', now(),
                '00000000-0000-0000-0000-000000000000'
            from generate_series(1, 3) c, generate_series(1, 2) v""",
            """
            insert into reporting.return_value
            select c, ('00000000-0000-0000-0000-00000000000' || c)::uuid, v, 'TC' || lpad(i::text, 2, '0'),
                case when i % 5 <> c then i * 1.50 - 3 end, case when c = 2 and i = 3 then 7 end, case when c = 2 and i = 3 then 9 end,
                case when c = 3 and i = 4 then 'NEARLY' else 'EXACT' end, case when i % 5 = c then 'NONE' end,
                case when c = 1 and i < 5 then 'B' || i end, case when c = 3 and i = 6 then 'mưa "lớn", {bão} \\ lũ' end
            from generate_series(1, 3) c, generate_series(1, 2) v, generate_series(1, 12) i
            where c <> 1 or v <> 2 or i < 9""",
            """
            insert into indicators.indicator_value
            select c, c * 10, p, i, case when c = 2 then 1 + i % 3 else 1 end, case when c = 3 then i % 2 else 0 end + p,
                case when i % 7 <> c then i * 0.250 end, case when c = 2 and i = 3 then 7 end, case when c = 2 and i = 3 then 9 end,
                case when c = 1 and i = 4 then 'ABOUT' end, case when i % 7 = c then 'NOT_REPORTED' end,
                case when c = 1 and i < 5 then 'B' || i end
            from generate_series(1, 4) c, unnest(array[200912, 201811, 201812, 203601]) p, generate_series(1, 40) i""");

    @BeforeEach
    void anOldDatabase() throws SQLException {
        execute("postgres", "drop database if exists " + DATABASE, "create database " + DATABASE);
        migrate(LAST_BEFORE);
        execute(DATABASE, OLD.toArray(String[]::new));
    }

    @AfterEach
    void dropIt() throws SQLException {
        execute("postgres", "drop database " + DATABASE + " with (force)");
    }

    @Test
    void everyValueIsFoundWhereItStood() throws SQLException {
        var values = rows(RETURN_VALUES);
        var facts = rows(FACTS);
        var ofAYear = rows(FACTS_OF_A_YEAR);
        assertThat(List.of(values.size(), facts.size(), ofAYear.size())).containsExactly(68, 640, 320);

        migrate(PACKED);

        assertThat(rows(RETURN_VALUES)).isEqualTo(values);
        assertThat(rows(FACTS)).isEqualTo(facts);
        assertThat(rows(FACTS_OF_A_YEAR)).isEqualTo(ofAYear);
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

    /** With the names of the columns. */
    private static List<String> rows(String query) throws SQLException {
        try (var connection = TestServer.get().owner(DATABASE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select to_json(v)::text from (" + query + ") v")) {
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
