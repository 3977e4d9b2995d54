package org.giaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.giaoban.audit.Tampering.Chain;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.giaoban.testing.TestServer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever owns the database changes the log in every way they can think of, and each time the check says where. How often is
 * set by {@code -Dgiaoban.tampers}.
 */
@GiaoBanTest
class AuditTamperTest {

    private static final int TAMPERS = Integer.getInteger("giaoban.tampers", 100);
    private static final int OLD_LINES = 120;
    private static final int LINES = 240;

    @Autowired
    Audit audit;

    @Autowired
    AuditCheck check;

    @Autowired
    ChainKeys keys;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    CurrentViewer viewer;

    @Autowired
    DSLContext db;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path outside;

    private final List<UnitId> units = new ArrayList<>();
    private List<Seal> seals = List.of();

    /** A log that began before there were keys. */
    @BeforeEach
    void aLogWithAPast() throws Exception {
        owner("delete from audit.entry; update audit.chain set length = 0, unkeyed = null, unkeyed_key = null,"
                + " unkeyed_proof = null, last_hash = sha256(convert_to('giaoban audit shard ' || shard, 'UTF8'))");
        for (var unit = 0; unit < 8; unit++) {
            units.add(UnitId.next());
        }
        oldLines();
        viewer.run(Viewer.SYSTEM, keys::markAll);
        for (var line = 0; line < LINES; line++) {
            record(units.get(line % units.size()), line);
        }
        var file = outside.resolve("outside.checkpoints");
        Files.writeString(file, checkpoints.make().text());
        seals = checkpoints.read(file);
        owner(read("/audit-rehash.sql"));
        owner("create table audit.entry_kept as table audit.entry; create table audit.chain_kept as table audit.chain");
    }

    @AfterEach
    void away() throws SQLException {
        owner("drop table audit.entry_kept, audit.chain_kept");
    }

    @Test
    void everyTamperingIsFoundInItsPlace() throws SQLException {
        var evidence = Evidence.of("audit-tampering");
        var seed = evidence.seed();
        var random = new Random(seed);
        var chains = chains();
        var found = new EnumMap<Tampering, Integer>(Tampering.class);
        assertThat(check.check(seals).broken()).as("nobody touched it yet").isEmpty();
        for (var turn = 0; turn < TAMPERS; turn++) {
            var kind = Tampering.values()[turn % Tampering.values().length];
            var chain = chains.get(random.nextInt(chains.size()));
            var attempt = kind.on(chain, random);
            owner(attempt.sql());

            var broken = check.check(seals).broken();

            assertThat(broken)
                    .as("seed %d, turn %d: %s on %s: %s", seed, turn, kind, chain, attempt)
                    .singleElement()
                    .satisfies(place -> {
                        assertThat(place.shard()).isEqualTo(chain.shard());
                        assertThat(place.position()).isEqualTo(attempt.noticedAt());
                    });
            found.merge(kind, 1, Integer::sum);
            putBack();
        }
        assertThat(check.check(seals).broken()).as("all is put back").isEmpty();
        evidence.say("%d tamperings, all found in their place: %s", TAMPERS, found);
    }

    /** The keys are read before the lines: while these stream, the connection could answer no question for one more. */
    @Test
    void aLineThatNamesAKeyThatNeverWasIsFoundToo() throws SQLException {
        var chain = chains().getFirst();
        owner("update audit.entry set key_number = 4711 where shard = " + chain.shard() + " and position = "
                + chain.length());

        assertThat(check.check(seals).broken()).singleElement().satisfies(place -> {
            assertThat(place.position()).isEqualTo(chain.length());
            assertThat(place.fault()).isEqualTo(AuditCheck.Fault.CHANGED);
        });
        putBack();
    }

    /** What no check can know from inside: a tail cut off cleanly. So the checkpoint outside must be what finds it. */
    @Test
    void withoutACheckpointACleanCutIsNotFound() throws SQLException {
        var chain = chains().getFirst();
        owner(chain.cut(chain.length() - 3) + chain.end(chain.length() - 3));

        assertThat(check.check(List.of()).broken()).isEmpty();
        assertThat(check.check(seals).broken())
                .singleElement()
                .isEqualTo(
                        new AuditCheck.Broken(chain.shard(), chain.length() - 2, null, AuditCheck.Fault.SEAL_BROKEN));
        putBack();
    }

    /** Negative control: under the old rule, hashes without a key, a rewritten chain would have looked whole. */
    @Test
    void aChainWithoutAKeyCouldBeWrittenAnewUnseen() throws SQLException {
        var chain = chains().getFirst();
        owner("update audit.entry set details = '{}'" + chain.line(1) + ";" + chain.rehashed(1));

        var hash = new byte[][] {Entry.genesis(chain.shard())};
        db.fetch(
                        "select id, at, account_id, act, object_kind, object_id, unit_id, details, hash, position from audit.entry"
                                + " where shard = " + chain.shard() + " order by position")
                .forEach(row -> {
                    var entry = new Entry(
                            row.get(0, UUID.class),
                            row.get(1, OffsetDateTime.class).toInstant(),
                            new AccountId(row.get(2, UUID.class)),
                            row.get(3, String.class),
                            new ObjectRef(row.get(4, String.class), row.get(5, UUID.class)),
                            new UnitId(row.get(6, UUID.class)),
                            row.get(7, String.class));
                    assertThat(entry.hash(hash[0], row.get(9, long.class))).isEqualTo(row.get(8, byte[].class));
                    hash[0] = row.get(8, byte[].class);
                });
        assertThat(check.check(List.of()).whole()).as("with keys it does not").isFalse();
        putBack();
    }

    private List<Chain> chains() {
        return db.fetch("select shard, length, unkeyed from audit.chain where length > 3 order by shard")
                .map(row -> new Chain(row.get(0, int.class), row.get(1, long.class), row.get(2, long.class)));
    }

    private void putBack() throws SQLException {
        owner(
                "delete from audit.entry; insert into audit.entry select * from audit.entry_kept;"
                        + " update audit.chain c set length = k.length, last_hash = k.last_hash, unkeyed = k.unkeyed,"
                        + " unkeyed_key = k.unkeyed_key, unkeyed_proof = k.unkeyed_proof from audit.chain_kept k where k.shard = c.shard");
    }

    private void oldLines() throws SQLException {
        var ends = new HashMap<Short, byte[]>();
        var lengths = new HashMap<Short, Long>();
        for (var number = 0; number < OLD_LINES; number++) {
            var line = new Entry(
                    Uuid7.next(),
                    Instant.parse("2018-10-01T01:02:03.000004Z").plusSeconds(number),
                    Viewer.SYSTEM.account(),
                    "things.changed",
                    new ObjectRef("thing", UUID.randomUUID()),
                    units.get(number % units.size()),
                    "{\"number\":\"" + number + "\"}");
            var position = lengths.merge(line.shard(), 1L, Long::sum);
            var hash = line.hash(ends.getOrDefault(line.shard(), Entry.genesis(line.shard())), position);
            ends.put(line.shard(), hash);
            var hex = HexFormat.of().formatHex(hash);
            owner(
                    "insert into audit.entry (shard, position, id, at, account_id, act, object_kind, object_id, unit_id, details, hash)"
                            + " values (%d, %d, '%s', '%s', '%s', '%s', 'thing', '%s', '%s', '%s', '\\x%s');"
                                    .formatted(
                                            line.shard(),
                                            position,
                                            line.id(),
                                            line.at(),
                                            line.actor().value(),
                                            line.act(),
                                            line.object().id(),
                                            units.get(number % units.size()).value(),
                                            line.details(),
                                            hex)
                            + "update audit.chain set length = " + position + ", last_hash = '\\x" + hex
                            + "' where shard = "
                            + line.shard());
        }
    }

    private void record(UnitId unit, int number) {
        viewer.run(
                Viewer.SYSTEM,
                () -> audit.record(
                        "things.changed", new ObjectRef("thing", UUID.randomUUID()), unit, Map.of("number", number)));
    }

    private static String read(String name) throws IOException {
        try (var in = AuditTamperTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void owner(String sql) throws SQLException {
        var database = String.valueOf(db.fetchValue("select current_database()"));
        try (var connection = TestServer.get().owner(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
