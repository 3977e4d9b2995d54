package org.giaoban.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.giaoban.platform.Texts;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.PersonalTable.Fate;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every column of the catalogue that can name a person is declared by its module, so that no module is forgotten. */
@GiaoBanTest
class PersonalCatalogueTest {

    /** Ids of persons and accounts by name or by reference, names as written, and what reaches or describes somebody. */
    private static final String SUSPICIOUS = """
            select c.relnamespace::regnamespace || '.' || c.relname as tab, a.attname as col
            from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition
                and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'scale', 'public')
                and (a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)
                        and a.attname ~ '(^|_)(person|account|hands|by)(_ids?)?$'
                    or a.attname ~ '(_|^)(by|by_name)$' and a.atttypid = 'text'::regtype
                    or a.attname ~ '^(author|presenter|phone|email|mail|address|birth.*|native_place|principal_name|identity_.*|card_.*)$'
                    or a.attname ~ '(^|_)(author|approver|reader|chair|secretary|signer|subject|full|issuer)_name$'
                    or a.attname = 'name' and exists (select from pg_attribute b
                        where b.attrelid = c.oid and b.attname ~ '(^|_)(person|account|attendee)_id$')
                    or exists (select from pg_constraint f where f.contype = 'f' and f.conrelid = c.oid
                        and f.confrelid in ('people.person'::regclass, 'identity.account'::regclass)
                        and f.conkey = array[a.attnum]))
            """;

    @Autowired
    PersonalTables tables;

    @Autowired
    PurposeRepository purposes;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void everyColumnThatNamesAPersonIsDeclared() throws IOException {
        var found = suspicious();

        assertThat(found)
                .as("the search itself finds what there is")
                .contains("tasks.task.person_id")
                .hasSizeGreaterThan(100);
        Evidence.of("personal-catalogue")
                .say(
                        "%d columns can name a person, %d tables are declared, undeclared: %s",
                        found.size(), tables.all().size(), undeclared(found));
        assertThat(undeclared(found)).isEmpty();
    }

    @Test
    void aForgottenTableIsFound() throws Exception {
        owner("create table tasks.planted (id uuid primary key, helper_person_id uuid, by_name text, email text)");
        try {
            var planted = undeclared(suspicious());
            Evidence.of("personal-catalogue").say("planted and found: %s", planted);
            assertThat(planted)
                    .containsExactlyInAnyOrder(
                            "tasks.planted.helper_person_id", "tasks.planted.by_name", "tasks.planted.email");
        } finally {
            owner("drop table tasks.planted");
        }
    }

    @Test
    void exceptionsAreStillThere() throws IOException {
        assertThat(suspicious()).containsAll(exceptions());
    }

    @Test
    void everyTableServesAKnownPurposeAndHasATitle() {
        var known = purposes.all().stream().map(Purpose::code).collect(Collectors.toSet());

        assertThat(tables.all()).extracting(PersonalTable::purpose).isSubsetOf(known);
        assertThat(tables.all()).allMatch(table -> Texts.has("personaldata.table." + table.name()), "has a title");
        assertThat(tables.all()).extracting(PersonalTable::name).doesNotHaveDuplicates();
    }

    @Test
    void whatAnErasureChangesTheApplicationMayChange() {
        var forbidden = new TreeSet<String>();
        for (var table : tables.all()) {
            changed(table).forEach((column, right) -> {
                var may = column.isEmpty()
                        ? jdbc.queryForObject(
                                "select has_table_privilege('giaoban_app', ?, ?)", Boolean.class, table.name(), right)
                        : jdbc.queryForObject(
                                "select has_column_privilege('giaoban_app', ?, ?, ?)",
                                Boolean.class,
                                table.name(),
                                column,
                                right);
                if (!Boolean.TRUE.equals(may)) {
                    forbidden.add(table.name() + "." + column + " " + right);
                }
            });
        }
        assertThat(forbidden).isEmpty();
    }

    private static Map<String, String> changed(PersonalTable table) {
        var rights = new HashMap<String, String>();
        if (table.fate() == Fate.DELETE) {
            rights.put("", "DELETE");
        }
        if (table.fate() == Fate.HIDE) {
            table.columns().names().forEach(name -> rights.put(name.name().getName(), "UPDATE"));
            table.columns().cleared().forEach(one -> rights.put(one.field().getName(), "UPDATE"));
        }
        return rights;
    }

    private Set<String> undeclared(Set<String> found) throws IOException {
        var rest = new TreeSet<>(found);
        rest.removeAll(exceptions());
        rest.removeAll(declared());
        var gone = tables.all().stream()
                .filter(table -> table.fate() == Fate.DELETE)
                .map(table -> table.name() + ".")
                .toList();
        rest.removeIf(column -> gone.stream().anyMatch(column::startsWith));
        return rest;
    }

    private Set<String> suspicious() {
        return new HashSet<>(jdbc.query(SUSPICIOUS, (row, n) -> row.getString("tab") + "." + row.getString("col")));
    }

    private Set<String> declared() {
        var all = new HashSet<String>();
        for (var table : tables.all()) {
            var columns = table.columns();
            var named = new ArrayList<Field<?>>(columns.keys().persons());
            named.addAll(columns.keys().accounts());
            named.addAll(columns.secret());
            columns.keys().mails().forEach(mail -> named.add(mail.index()));
            columns.names().forEach(name -> named.add(name.name()));
            columns.cleared().forEach(one -> named.add(one.field()));
            named.forEach(column -> all.add(table.name() + "." + column.getName()));
        }
        return all;
    }

    private static Set<String> exceptions() throws IOException {
        try (InputStream in = PersonalCatalogueTest.class.getResourceAsStream("/personal-columns.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> cells[0] + "." + cells[1])
                    .collect(Collectors.toSet());
        }
    }

    private void owner(String sql) throws Exception {
        var database = jdbc.queryForObject("select current_database()", String.class);
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
