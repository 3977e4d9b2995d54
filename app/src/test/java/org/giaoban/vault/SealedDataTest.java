package org.giaoban.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.NewAccount;
import org.giaoban.notification.OutsideMail;
import org.giaoban.notification.OutsideMails;
import org.giaoban.platform.Story;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever steals the files of the tables or a copy of all rows finds no number and no address in them. */
@GiaoBanTest(story = "vu-quang-2018-11")
class SealedDataTest {

    @Autowired
    DSLContext db;

    @Autowired
    List<SealedTable> tables;

    @Autowired
    Accounts accounts;

    @Autowired
    OutsideMails mails;

    @Autowired
    TransactionTemplate transaction;

    private final Set<String> secrets = new LinkedHashSet<>();
    private Connection superuser;
    private Path files;

    @BeforeEach
    void seeded() throws SQLException {
        var server = TestServer.get().own();
        assumeThat(server).as("only our own server shows its files").isPresent();
        var database = String.valueOf(db.fetchValue("select current_database()"));
        superuser = DriverManager.getConnection(
                server.get().jdbcUrl(database),
                server.get().superuser(),
                server.get().superuserPassword());
        files = server.get().cluster().resolve("base").resolve(oid());
        for (var row : Story.named("vu-quang-2018-11").csv("persons.csv")) {
            for (var column : List.of("phone", "email", "citizen", "member_card")) {
                secrets.add(row.getOrDefault(column, ""));
                secrets.add(row.getOrDefault(column, "").replace(".", ""));
            }
        }
        secrets.removeIf(String::isBlank);
        var mark = UUID.randomUUID().toString().substring(0, 8);
        accounts.create(new NewAccount(
                "kin-" + mark,
                "Người Kín",
                null,
                mark + "-a@kin.example",
                "chim hot " + mark,
                NewAccount.FirstLogIn.KEEPS_PASSWORD));
        transaction.executeWithoutResult(status -> mails.sendAll(
                List.of(new OutsideMail(mark + "-b@kin.example", "Chào", "Nội dung", null, "once " + mark))));
        secrets.add(mark + "-a@kin.example");
        secrets.add(mark + "-b@kin.example");
    }

    @AfterEach
    void leave() throws SQLException {
        superuser.close();
    }

    @Test
    void noSecretIsFoundInFilesOrRows() throws Exception {
        assertThat(secrets).hasSizeGreaterThan(100);
        flush();

        assertThat(new Needles(secrets).inFiles(files)).isEmpty();
        assertThat(new Needles(secrets).inRows(superuser)).isEmpty();
        Evidence.of("sealed-data").say("%d numbers and addresses, none in the files or the rows", secrets.size());
    }

    @Test
    void everyDeclaredColumnHoldsSealedValuesAndNothingElse() throws SQLException {
        for (var table : tables) {
            for (var column : table.columns()) {
                try (var statement = superuser.createStatement();
                        var rows = statement.executeQuery("select count(*) from " + table.table() + " where length("
                                + column + ") > 0 and get_byte(" + column + ", 0) <> " + Sealed.AES_GCM)) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table.table() + "." + column).isZero();
                }
            }
        }
        assertThat(tables.stream().map(SealedTable::table))
                .contains(
                        "people.contact",
                        "people.identifier",
                        "identity.account",
                        "notification.mail",
                        "readers.subscriber")
                .doesNotHaveDuplicates();
    }

    /** Negative control: what is not sealed is found, in the files and in the rows. */
    @Test
    void aNumberWrittenPlainlyIsFound() throws Exception {
        transaction.executeWithoutResult(status ->
                db.execute("update people.person set native_place = 'gọi 0239 777 4321' where code = 'P-001'"));
        flush();
        var planted = new Needles(List.of("0239 777 4321", "Nguyễn Thị Hồng Liễu"));

        assertThat(planted.inFiles(files)).hasSize(2);
        assertThat(planted.inRows(superuser)).hasSize(2);
    }

    private void flush() throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private String oid() throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery("select oid from pg_database where datname = current_database()")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
