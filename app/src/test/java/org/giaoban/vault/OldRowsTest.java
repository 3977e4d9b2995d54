package org.giaoban.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.flywaydb.core.Flyway;
import org.giaoban.platform.Actor;
import org.giaoban.platform.database.TableFile;
import org.giaoban.platform.database.Upkeep;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A data directory from before there was a seal: after the first start everything is sealed, opens, and is gone from the files. */
@GiaoBanTest
class OldRowsTest {

    private static final String DATABASE =
            "giaoban_unsealed_" + ProcessHandle.current().pid();
    private static final String LAST_BEFORE = "202611221543";
    private static final UUID PERSON = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
    private static final UUID ACCOUNT = UUID.fromString("00000000-0000-0000-0000-0000000000a2");
    private static final UUID MAIL = UUID.fromString("00000000-0000-0000-0000-0000000000a3");
    private static final UUID SUBSCRIBER = UUID.fromString("00000000-0000-0000-0000-0000000000a4");

    private static final List<String> OLD = List.of(
            "insert into people.person (id, code, full_name, gender, keeper_unit_id) values ('" + PERSON
                    + "', 'CU-1', 'Người Cũ', 'UNKNOWN', '" + PERSON + "')",
            "insert into people.contact (person_id, keeper_unit_id, phone, email) values ('" + PERSON + "', '" + PERSON
                    + "', '0239 888 1234', '')",
            "insert into identity.account (id, login, name, email, password_hash, password_changed_at, must_change_password, stamp,"
                    + " created_at) values ('" + ACCOUNT
                    + "', 'cu', 'Cũ', 'cu@cu.example', 'x', now(), false, 0, now())",
            "insert into notification.mail (id, address, subject, body, once_key, mail_state, made_at) values ('" + MAIL
                    + "', 'Gui@cu.example', 'Chào', 'Thân', 'một', 'waiting', now())",
            "insert into readers.subscriber (id, address, pace, language, token, made_at) values ('" + SUBSCRIBER
                    + "', 'Doc@cu.example', 'DAILY', 'vi', '0123456789abcdef0123456789abcdef', now())");
    private static final List<String> SECRETS =
            List.of("0239 888 1234", "cu@cu.example", "Gui@cu.example", "Doc@cu.example");

    @Autowired
    ObjectProvider<SealedTable> tables;

    @Autowired
    Actor actor;

    @TempDir
    Path folder;

    private Connection superuser;

    @BeforeEach
    void anOldDatabase() throws SQLException {
        assumeThat(TestServer.get().own())
                .as("only our own server shows its files")
                .isPresent();
        execute("postgres", "drop database if exists " + DATABASE, "create database " + DATABASE);
        migrate(LAST_BEFORE);
        superuser = superuser(DATABASE);
        for (var sql : OLD) {
            asSuperuser(sql);
        }
    }

    @AfterEach
    void dropIt() throws SQLException {
        superuser.close();
        // The last connection was the superuser's, whom the owner may not push out.
        try (var other = superuser("postgres");
                var statement = other.createStatement()) {
            statement.execute("drop database " + DATABASE + " with (force)");
        }
    }

    private static Connection superuser(String database) throws SQLException {
        var server = TestServer.get().own().orElseThrow();
        return DriverManager.getConnection(server.jdbcUrl(database), server.superuser(), server.superuserPassword());
    }

    @Test
    void theFirstStartSealsWhatStoodThere() throws Exception {
        assertThat(inFiles()).as("the thief of yesterday").hasSize(SECRETS.size());

        migrate("latest");
        var db = DSL.using(new SingleConnectionDataSource(superuser, true), SQLDialect.POSTGRES);
        var vault = started(db, this::rewrite);

        assertThat(inFiles()).isEmpty();
        assertThat(new Needles(SECRETS).inRows(superuser)).isEmpty();
        assertThat(opened(db, vault)).containsExactlyElementsOf(SECRETS);
        assertThat(db.fetchSingle(
                                "select (select address_index from notification.mail) = ?,"
                                        + " (select address_index from readers.subscriber) = ?",
                                vault.index(new Purpose("outside-mail"), "gui@cu.example"),
                                vault.index(new Purpose("subscriber"), "doc@cu.example"))
                        .intoList())
                .containsExactly(true, true);
        assertThat(db.fetchCount(DSL.table("vault.sealed_table")))
                .isEqualTo((int) tables.stream().count());
    }

    @Test
    void whoeverReadsMeanwhileKeepsNothingInTheFiles() throws Exception {
        migrate("latest");
        var db = DSL.using(new SingleConnectionDataSource(superuser, true), SQLDialect.POSTGRES);
        try (var reader = superuser(DATABASE);
                var reading = reader.createStatement()) {
            reading.execute("begin isolation level repeatable read");
            reading.execute("select 1 from pg_class limit 1");
            var starting = new FutureTask<>(() -> started(db, this::rewrite));
            Thread.ofPlatform().start(starting);
            await().until(() -> sealed() && !starting.isDone());
            reading.execute("rollback");
            starting.get();
        }
        assertThat(inFiles()).isEmpty();
    }

    @Test
    void aStartThatWasKilledAfterSealingIsMadeUpFor() throws Exception {
        migrate("latest");
        var db = DSL.using(new SingleConnectionDataSource(superuser, true), SQLDialect.POSTGRES);
        Upkeep killed = table -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> started(db, killed)).hasMessage("killed");
        started(db, this::rewrite);

        assertThat(inFiles()).isEmpty();
    }

    /** Whether the rows of the table that is sealed first are under the key. */
    private boolean sealed() throws SQLException {
        try (var other = superuser(DATABASE);
                var statement = other.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from identity.account where position('cu@cu.example'::bytea in email) > 0")) {
            rows.next();
            return rows.getInt(1) == 0;
        }
    }

    private Vault started(DSLContext db, Upkeep upkeep) {
        var file = new KeyFile(folder.resolve("old.keys"));
        var transactions = new JdbcTransactionManager(new SingleConnectionDataSource(superuser, true));
        var keys = new PurposeKeys(db, transactions, file, Clock.systemUTC());
        var vault = new Vault(keys);
        new VaultStart(keys, file, new SealedRows(db, vault, keys, Clock.systemUTC()), tables, upkeep, actor).start();
        return vault;
    }

    private void rewrite(String table) {
        try {
            TableFile.rewrite(superuser, table);
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    private static List<String> opened(DSLContext db, Vault vault) {
        var places = Map.of(
                "people.contact|phone|person-contact|person_id", PERSON,
                "identity.account|email|account-mail|id", ACCOUNT,
                "notification.mail|address|outside-mail|id", MAIL,
                "readers.subscriber|address|subscriber|id", SUBSCRIBER);
        return List.of("people", "identity", "notification", "readers").stream()
                .flatMap(module -> places.entrySet().stream()
                        .filter(place -> place.getKey().startsWith(module)))
                .map(place -> {
                    var parts = place.getKey().split("\\|");
                    var kept = db.fetchSingle(
                                    "select " + parts[1] + " from " + parts[0] + " where " + parts[3] + " = ?",
                                    place.getValue())
                            .get(0, byte[].class);
                    return vault.open(
                            new Purpose(parts[2]), new Place(parts[0], parts[1], place.getValue()), new Sealed(kept));
                })
                .toList();
    }

    private Map<String, String> inFiles() throws Exception {
        asSuperuser("checkpoint");
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("select oid from pg_database where datname = current_database()")) {
            rows.next();
            var cluster = TestServer.get().own().orElseThrow().cluster();
            return new Needles(SECRETS).inFiles(cluster.resolve("base").resolve(rows.getString(1)));
        }
    }

    private void asSuperuser(String sql) {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
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

    private static void execute(String database, String... statements) throws SQLException {
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
