package org.giaoban.audit;

import static org.giaoban.audit.db.Tables.CHAIN;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.giaoban.platform.CopyRows;
import org.giaoban.platform.FixedStatements;
import org.giaoban.vault.MacKey;
import org.giaoban.vault.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The only writer of the audit log. */
@Repository
class EntryRepository {

    /** Always in the order of the shards: two writers can wait for each other, never in a circle. */
    private static final String LOCK =
            "select shard, length, last_hash from audit.chain where shard = any (?) order by shard for update";

    private static final String APPEND_ONE = """
            with one as (update audit.chain set length = ?, last_hash = ? where shard = ?)
            insert into audit.entry
                (shard, position, id, at, account_id, act, object_kind, object_id, unit_id, details, hash, key_number)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?)""";

    private static final String MOVE_ENDS = """
            update audit.chain c set length = s.length, last_hash = s.hash
            from unnest(?::smallint[], ?::bigint[], ?::bytea[]) as s (shard, length, hash) where c.shard = s.shard""";

    private final DSLContext db;
    private final FixedStatements statements;
    private final Vault vault;

    EntryRepository(DSLContext db, FixedStatements statements, Vault vault) {
        this.db = db;
        this.statements = statements;
        this.vault = vault;
    }

    /** The end of one chain: how long it is and its last hash. */
    record End(short shard, long length, byte[] hash) {}

    void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var byShard = entries.stream().collect(Collectors.groupingBy(Entry::shard));
        var ends = statements.queryLast(
                LOCK, (row, number) -> new End(row.getShort(1), row.getLong(2), row.getBytes(3)), (Object)
                        byShard.keySet().toArray(Short[]::new));
        var key = vault.macKey(ChainKeys.CHAIN_KEY);
        if (entries.size() == 1) {
            append(entries.getFirst(), ends.getFirst(), key);
        } else {
            append(byShard, ends, key);
        }
    }

    private void append(Map<Short, List<Entry>> byShard, List<End> ends, MacKey key) {
        var rows = new CopyRows("audit.entry (shard, position, id, at, account_id, act, object_kind, object_id,"
                + " unit_id, details, hash, key_number)");
        var mac = key.mac();
        var moved = ends.stream()
                .map(end -> extend(end, byShard.getOrDefault(end.shard(), List.of()), mac, key.number(), rows))
                .toList();
        statements.copy(rows);
        statements.execute(
                MOVE_ENDS,
                moved.stream().map(End::shard).toArray(Short[]::new),
                moved.stream().map(End::length).toArray(Long[]::new),
                moved.stream().map(End::hash).toArray(byte[][]::new));
    }

    private void append(Entry line, End end, MacKey key) {
        var unit = line.unit();
        var position = end.length() + 1;
        var hash = line.hash(key.mac(), end.hash(), position);
        statements.executeLast(
                APPEND_ONE,
                position,
                hash,
                end.shard(),
                end.shard(),
                position,
                line.id(),
                line.at(),
                line.actor().value(),
                line.act(),
                line.object().kind(),
                line.object().id(),
                unit == null ? null : unit.value(),
                line.details(),
                hash,
                key.number());
    }

    List<End> ends() {
        return db.select(CHAIN.SHARD, CHAIN.LENGTH, CHAIN.LAST_HASH)
                .from(CHAIN)
                .orderBy(CHAIN.SHARD)
                .fetch(found -> new End(found.value1(), found.value2(), found.value3()));
    }

    private static End extend(End end, List<Entry> lines, Mac mac, int key, CopyRows rows) {
        var position = end.length();
        var hash = end.hash();
        for (var line : lines) {
            position++;
            hash = line.hash(mac, hash, position);
            var unit = line.unit();
            rows.add(end.shard())
                    .add(position)
                    .add(line.id())
                    .add(line.at())
                    .add(line.actor().value());
            rows.add(line.act()).add(line.object().kind()).add(line.object().id());
            rows.add(unit == null ? null : unit.value())
                    .add(line.details())
                    .add(hash)
                    .add(key)
                    .end();
        }
        return new End(end.shard(), position, hash);
    }
}
