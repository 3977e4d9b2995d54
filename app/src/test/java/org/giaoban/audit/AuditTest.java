package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@GiaoBanTest
class AuditTest {

    private static final UnitId UNIT = UnitId.next();
    private static final List<Seal> NO_SEALS = List.of();

    @Autowired
    Audit audit;

    @Autowired
    AuditCheck check;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    private final ObjectRef object = new ObjectRef("thing", UUID.randomUUID());

    @BeforeEach
    void someLines() {
        for (var i = 1; i <= 5; i++) {
            record("things.changed", object, UNIT, i);
        }
    }

    @AfterEach
    void beginAnew() throws SQLException {
        asOwner("delete from audit.entry");
        asOwner("update audit.chain set length = 0,"
                + " last_hash = sha256(convert_to('giaoban audit shard ' || shard, 'UTF8'))");
    }

    @Test
    void anActAndItsLineAreOneTransaction() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    record("things.changed", object, UNIT, 6);
                    throw new IllegalStateException("the act failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(audit.history(object)).hasSize(5);
        assertThat(check.check(NO_SEALS).whole()).isTrue();
    }

    @Test
    void theHistoryTellsWhoDidWhatNewestFirst() {
        var history = audit.history(object);

        assertThat(history).hasSize(5);
        assertThat(history.getFirst().details()).containsEntry("number", "5");
        assertThat(history.getFirst().actor()).isEqualTo(Viewer.SYSTEM.account());
        assertThat(history.getFirst().actorName()).isEqualTo("Hệ thống");
        assertThat(history.getFirst().unit()).isEqualTo(UNIT);
    }

    @Test
    void anUntouchedLogIsWhole() {
        var report = check.check(NO_SEALS);

        assertThat(report.broken()).isEmpty();
        assertThat(report.lines()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set details = '{\"number\":\"9\"}' where position = 3",
                "update audit.entry set account_id = gen_random_uuid() where position = 3",
                "update audit.entry set at = at + interval '1 second' where position = 3",
                "update audit.entry set act = 'things.kept' where position = 3",
                "update audit.entry set object_id = gen_random_uuid() where position = 3",
                "update audit.entry set unit_id = null where position = 3",
                "update audit.entry set hash = sha256('x') where position = 3",
                "delete from audit.entry where position = 3",
                "update audit.entry set position = position + 100 where position in (3, 4);"
                        + " update audit.entry set position = 107 - position where position > 100"
            })
    void aChangeByTheOwnerOfTheDatabaseIsFoundAtItsPlace(String tampering) throws SQLException {
        asOwner(tampering);

        var report = check.check(NO_SEALS);

        assertThat(report.whole()).isFalse();
        assertThat(report.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.position()).isEqualTo(3);
            assertThat(broken.shard()).isEqualTo(shard());
        });
    }

    @Test
    void aTailThatWasCutOffIsMissed() throws SQLException {
        asOwner("delete from audit.entry where position = 5");

        assertThat(check.check(NO_SEALS).broken())
                .singleElement()
                .isEqualTo(new AuditCheck.Broken(shard(), 5, null, AuditCheck.Fault.MISSING));
    }

    @Test
    void aTailCutOffTogetherWithTheEndIsFoundByASealKeptOutside() throws SQLException {
        var seals = check.seal();
        asOwner("delete from audit.entry where position = 5");
        asOwner("update audit.chain set length = 4, last_hash ="
                + " (select hash from audit.entry e where e.shard = chain.shard and e.position = 4)"
                + " where shard = " + shard());

        assertThat(check.check(NO_SEALS).whole())
                .as("nothing inside the database can tell")
                .isTrue();
        assertThat(check.check(seals).broken())
                .singleElement()
                .extracting(AuditCheck.Broken::fault)
                .isEqualTo(AuditCheck.Fault.SEAL_BROKEN);
    }

    @Test
    void aChainWrittenAnewIsFoundByASealKeptOutside() throws SQLException {
        var seals = check.seal();
        beginAnew();
        for (var i = 1; i <= 6; i++) {
            record("things.changed", object, UNIT, i * 10);
        }

        assertThat(check.check(NO_SEALS).whole()).isTrue();
        assertThat(check.check(seals).whole()).isFalse();
        assertThat(check.check(check.seal()).whole()).isTrue();
    }

    @Test
    void theApplicationItselfCanNeitherChangeNorRemoveALine() {
        for (var sql : List.of(
                "update audit.entry set act = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "delete from audit.chain",
                "insert into audit.chain values (1, 0, sha256('x'))")) {
            assertThatThrownBy(() -> db.execute(sql))
                    .as(sql)
                    .hasRootCauseMessage(
                            "ERROR: permission denied for table " + (sql.contains("chain") ? "chain" : "entry"));
        }
    }

    @Test
    void manyWritersLeaveWholeChainsAndNeverWaitInACircle() throws Exception {
        var units = List.of(UnitId.next(), UnitId.next(), UnitId.next(), UnitId.next(), UnitId.next());
        var written = new ArrayList<Future<?>>();
        try (var writers = Executors.newFixedThreadPool(8)) {
            for (var writer = 0; writer < 8; writer++) {
                var random = new Random(writer);
                written.add(writers.submit(() -> {
                    for (var turn = 0; turn < 25; turn++) {
                        transaction.executeWithoutResult(status -> {
                            // Several units in any order, as one command may touch them.
                            for (var i = 0; i < 3; i++) {
                                record("things.changed", object, units.get(random.nextInt(units.size())), i);
                            }
                        });
                    }
                }));
            }
            for (var one : written) {
                one.get();
            }
        }

        var report = check.check(NO_SEALS);
        assertThat(report.broken()).isEmpty();
        assertThat(report.lines()).isEqualTo(5 + 8 * 25 * 3);
    }

    @Test
    void readingASensitiveRecordLeavesALineEvenIfTheReadingFails() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    audit.read(object, UNIT);
                    throw new IllegalStateException("could not be shown");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(audit.history(object).getFirst().act()).isEqualTo("audit.read");
    }

    @Test
    void aTransactionThatOnlyReadsCannotRecordAnAct() {
        var reading = new TransactionTemplate(transaction.getTransactionManager());
        reading.setReadOnly(true);

        assertThatThrownBy(() -> reading.executeWithoutResult(status -> record("things.changed", object, UNIT, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void record(String act, ObjectRef about, UnitId unit, int number) {
        viewer.run(Viewer.SYSTEM, () -> audit.record(act, about, unit, Map.of("number", number)));
    }

    private static int shard() {
        return Math.floorMod(UNIT.value().hashCode(), Entry.SHARDS);
    }

    private void asOwner(String sql) throws SQLException {
        var database = String.valueOf(db.fetchValue("select current_database()"));
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
