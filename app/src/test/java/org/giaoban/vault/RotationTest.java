package org.giaoban.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What stood unsealed is sealed, new keys reach everything, and what was interrupted goes on. */
@GiaoBanTest
class RotationTest {

    private static final Purpose TRIAL = new Purpose("rotation-trial");
    private static final SealedTable TABLE = new SealedTable(
            "vault.trial",
            "id",
            TRIAL,
            List.of("secret", "other"),
            new SealedTable.LookUp("look", "secret", text -> text.toLowerCase(Locale.ROOT)));
    private static final int ROWS = 2 * SealedRows.AT_ONCE + 7;

    @Autowired
    Vault vault;

    @Autowired
    PurposeKeys keys;

    @Autowired
    KeyRotation rotation;

    @Autowired
    VaultStart start;

    @Autowired
    SealedRows rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @BeforeEach
    void plainRows() throws SQLException {
        owner("create table vault.trial (id uuid primary key, secret bytea not null, other bytea, look bytea)");
        owner(
                "insert into vault.trial (id, secret, other) select gen_random_uuid(), '\\x00'::bytea || convert_to('Bí mật ' || n, 'UTF8'),"
                        + " case when n % 3 = 0 then ''::bytea when n % 3 = 1 then '\\x00'::bytea || convert_to('khác ' || n, 'UTF8') end"
                        + " from generate_series(1, " + ROWS + ") n");
        owner("grant select, update on vault.trial to giaoban_app");
    }

    @AfterEach
    void away() throws SQLException {
        owner("drop table vault.trial");
    }

    @Test
    void whatStoodUnsealedIsSealedAndFoundByItsIndex() {
        assertThat(count("substr(secret, 1, 1) = '\\x00'")).isEqualTo(ROWS);

        assertThat(start.freshen(TABLE)).isEqualTo(ROWS);

        assertThat(count("substr(secret, 1, 1) = '\\x01' and look is not null")).isEqualTo(ROWS);
        assertThat(count("position(convert_to('Bí mật', 'UTF8') in secret) > 0"
                        + " or position(convert_to('khác', 'UTF8') in other) > 0"))
                .isZero();
        assertThat(count("other = ''::bytea")).isEqualTo(ROWS / 3);
        assertThat(opened(vault.index(TRIAL, "bí mật 77"))).isEqualTo("Bí mật 77");
        assertThat(start.freshen(TABLE)).as("nothing is left to do").isZero();
    }

    @Test
    void aWalkThatWasBrokenOffIsTakenUpAgain() {
        transaction.executeWithoutResult(status -> rows.step(TABLE, null));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    rows.step(TABLE, null);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(count("substr(secret, 1, 1) = '\\x00'")).isEqualTo(ROWS - SealedRows.AT_ONCE);

        assertThat(start.freshen(TABLE)).isEqualTo(ROWS - SealedRows.AT_ONCE);

        assertThat(count("substr(secret, 1, 1) = '\\x00'")).isZero();
    }

    @Test
    void newKeysReachEveryRowAndOldValuesStillOpen() {
        start.freshen(TABLE);
        var before = vault.seal(TRIAL, new Place("vault.trial", "secret", UUID.randomUUID()), "x")
                .key();
        var kept = db.fetchValue("select secret from vault.trial limit 1");

        assertThat(rotation.renewKeys()).isPositive();
        assertThat(start.freshen(TABLE)).isEqualTo(ROWS);

        assertThat(count("substr(secret, 2, 4) = '" + number(before) + "'")).isZero();
        assertThat(count("substr(secret, 2, 4) = '" + number(before + 1) + "'")).isEqualTo(ROWS);
        assertThat(opened(vault.index(TRIAL, "bí mật 5"))).isEqualTo("Bí mật 5");
        assertThat(kept).isNotNull();
    }

    @Test
    void anotherMasterKeyOpensTheSameKeys() {
        var place = new Place("vault.trial", "secret", UUID.randomUUID());
        var sealed = vault.seal(TRIAL, place, "vẫn mở được");
        var index = vault.index(TRIAL, "x");

        assertThat(rotation.renewMaster()).isGreaterThanOrEqualTo(2);

        keys.forget();
        assertThat(vault.open(TRIAL, place, sealed)).isEqualTo("vẫn mở được");
        assertThat(vault.index(TRIAL, "x")).isEqualTo(index);
        assertThat(keys.all()).extracting(WrappedKey::master).containsOnly(newest());
    }

    /** A row that borrows another's value is not sealed over, but reported. */
    @Test
    void aBorrowedValueStopsTheWalk() throws SQLException {
        start.freshen(TABLE);
        owner("update vault.trial set secret = (select secret from vault.trial order by id desc limit 1)"
                + " where id = (select min(id::text)::uuid from vault.trial)");
        rotation.renewKeys();

        assertThatThrownBy(() -> start.freshen(TABLE)).isInstanceOf(NotAuthentic.class);
    }

    private int newest() {
        return keys.all().stream().mapToInt(WrappedKey::master).max().orElseThrow();
    }

    private String opened(byte[] index) {
        var row = db.fetchSingle("select id, secret from vault.trial where look = ?", (Object) index);
        var place = new Place("vault.trial", "secret", row.get(0, UUID.class));
        return vault.open(TRIAL, place, new Sealed(row.get(1, byte[].class)));
    }

    private int count(String condition) {
        return db.fetchSingle("select count(*)::int from vault.trial where " + condition)
                .get(0, int.class);
    }

    private static String number(int key) {
        return "\\x" + "%08x".formatted(key).toLowerCase(Locale.ROOT);
    }

    private void owner(String sql) throws SQLException {
        var database = String.valueOf(db.fetchValue("select current_database()"));
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
