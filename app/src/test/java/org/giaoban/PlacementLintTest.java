package org.giaoban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.giaoban.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every table says where it lives on a distributed server and keeps the rules of that place and of row security. */
class PlacementLintTest {

    private static final String DATABASE =
            "giaoban_lint_" + ProcessHandle.current().pid();

    private record Violation(String rule, String object, String detail) {

        String number() {
            return rule.substring(0, rule.indexOf(' '));
        }
    }

    @BeforeEach
    void migrateAnEmptyDatabase() throws SQLException {
        var server = TestServer.get();
        execute("postgres", "drop database if exists " + DATABASE, "create database " + DATABASE);
        Flyway.configure()
                .dataSource(server.url(DATABASE), server.user(), server.password())
                .locations("classpath:db/migration")
                .schemas("platform")
                .load()
                .migrate();
    }

    @AfterEach
    void dropIt() throws SQLException {
        execute("postgres", "drop database " + DATABASE + " with (force)");
    }

    @Test
    void allTablesKeepTheRules() throws Exception {
        assertThat(violations()).isEmpty();
    }

    @Test
    void everyRuleFindsItsPlantedFaultAndNothingElse() throws Exception {
        execute(DATABASE, read("/lint-faults.sql"));

        var found = violations();

        var expected = Stream.concat(
                IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23)
                        .mapToObj(n -> "R" + n),
                Stream.of("R1b", "R1c", "R9b", "R14b"));
        assertThat(found.stream().map(Violation::number).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
        assertThat(found).noneMatch(violation -> violation.object().contains(".fine"));
    }

    /** A new table with a unit or a person is fenced, or somebody writes down why not. */
    @Test
    void everyTableWithAUnitIsFencedOrSaysWhyNot() throws Exception {
        var open = new ArrayList<String>();
        try (var connection = TestServer.get().owner(DATABASE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct t.oid::regclass::text from pg_class t"
                        + " join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid"
                        + " where t.relkind in ('r', 'p') and not t.relispartition and n.nspname !~ '^pg_|^information_schema$'"
                        + " and a.attname ~ '(^|_)(unit|person)_id$' and a.attnum > 0 and not a.attisdropped"
                        + " and not (t.relrowsecurity and exists (select from pg_policy p where p.polrelid = t.oid"
                        + " and pg_get_expr(p.polqual, p.polrelid) ~ 'current_setting'))")) {
            while (rows.next()) {
                open.add(rows.getString(1));
            }
        }
        assertThat(open)
                .containsExactlyInAnyOrderElementsOf(read("/open-units.txt")
                        .lines()
                        .filter(line -> line.matches("[A-Z] .*"))
                        .map(line -> line.substring(2))
                        .toList());
    }

    @Test
    void aRoleThatMayBypassRowSecurityIsFound() throws Exception {
        try (var connection = TestServer.get().owner(DATABASE)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("alter role giaoban_app createdb");
            }
            assertThat(violations(connection)).extracting(Violation::number).containsExactly("R20");
            connection.rollback();
        }
    }

    private static List<Violation> violations() throws SQLException, IOException {
        try (var connection = TestServer.get().owner(DATABASE)) {
            return violations(connection);
        }
    }

    private static List<Violation> violations(Connection connection) throws SQLException, IOException {
        var violations = new ArrayList<Violation>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(read("/lint.sql"))) {
            while (rows.next()) {
                violations.add(new Violation(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return violations;
    }

    private static void execute(String database, String... statements) throws SQLException {
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream in = PlacementLintTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
