package org.giaoban.audit;

import static org.giaoban.audit.db.Tables.CHAIN;
import static org.giaoban.audit.db.Tables.ENTRY;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.CopyRows;
import org.giaoban.platform.FixedStatements;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The only writer of the audit log. */
@Repository
class EntryRepository {

    private static final SelectField<Entry> AN_ENTRY = row(
                    ENTRY.ID,
                    ENTRY.AT,
                    ENTRY.ACCOUNT_ID,
                    ENTRY.ACT,
                    ENTRY.OBJECT_KIND,
                    ENTRY.OBJECT_ID,
                    ENTRY.UNIT_ID,
                    ENTRY.DETAILS)
            .mapping(EntryRepository::entry);

    /** One line of one chain: its end is locked, moved on and hashed where it lies, in one statement. */
    private static final String APPEND_ONE = """
            with one as (
                update audit.chain set length = length + 1, last_hash = sha256(last_hash || int8send(length + 1) || ?)
                where shard = ? returning shard, length, last_hash
            )
            insert into audit.entry (shard, position, id, at, account_id, act, object_kind, object_id, unit_id, details, hash)
            select shard, length, ?, ?, ?, ?, ?, ?, ?::uuid, ?, last_hash from one""";

    private static final String MOVE_ENDS = """
            update audit.chain c set length = s.length, last_hash = s.hash
            from unnest(?::smallint[], ?::bigint[], ?::bytea[]) as s (shard, length, hash) where c.shard = s.shard""";

    private final DSLContext db;
    private final FixedStatements statements;

    EntryRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** The end of one chain: how long it is and its last hash. */
    record End(short shard, long length, byte[] hash) {}

    /** A stored line with its place in the chain. */
    record Link(long position, Entry entry, byte[] hash) {}

    void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        if (entries.size() == 1) {
            append(entries.getFirst());
            return;
        }
        var byShard = entries.stream().collect(Collectors.groupingBy(Entry::shard));
        var ends = lock(byShard.keySet());
        var rows = new CopyRows("audit.entry"
                + " (shard, position, id, at, account_id, act, object_kind, object_id, unit_id, details, hash)");
        var moved = ends.stream()
                .map(end -> extend(end, byShard.getOrDefault(end.shard(), List.of()), rows))
                .toList();
        statements.copy(rows);
        statements.execute(
                MOVE_ENDS,
                moved.stream().map(End::shard).toArray(Short[]::new),
                moved.stream().map(End::length).toArray(Long[]::new),
                moved.stream().map(End::hash).toArray(byte[][]::new));
    }

    private void append(Entry line) {
        var unit = line.unit();
        statements.executeLast(
                APPEND_ONE,
                line.canonical(),
                line.shard(),
                line.id(),
                line.at(),
                line.actor().value(),
                line.act(),
                line.object().kind(),
                line.object().id(),
                unit == null ? null : unit.value(),
                line.details());
    }

    List<Entry> of(ObjectRef object, int most) {
        return db.select(AN_ENTRY)
                .from(ENTRY)
                .where(ENTRY.OBJECT_KIND.eq(object.kind()))
                .and(ENTRY.OBJECT_ID.eq(object.id()))
                .orderBy(ENTRY.ID.desc())
                .limit(most)
                .fetch(Record1::value1);
    }

    /** Newest first; {@code most} at once. */
    List<Entry> page(AuditFilter filter, int most) {
        return db.select(AN_ENTRY)
                .from(ENTRY)
                .where(condition(filter))
                .orderBy(ENTRY.ID.desc())
                .limit(most)
                .fetch(Record1::value1);
    }

    List<End> ends() {
        return db.select(CHAIN.SHARD, CHAIN.LENGTH, CHAIN.LAST_HASH)
                .from(CHAIN)
                .orderBy(CHAIN.SHARD)
                .fetch(found -> new End(found.value1(), found.value2(), found.value3()));
    }

    /** Walks one chain from its beginning without holding it in memory. */
    void walk(short shard, Consumer<Link> visitor) {
        try (var lines = db.select(ENTRY.POSITION, AN_ENTRY, ENTRY.HASH)
                .from(ENTRY)
                .where(ENTRY.SHARD.eq(shard))
                .orderBy(ENTRY.POSITION)
                .fetchSize(1000)
                .fetchLazy()) {
            for (var line : lines) {
                visitor.accept(new Link(line.value1(), line.value2(), line.value3()));
            }
        }
    }

    private static Condition condition(AuditFilter filter) {
        var visible = filter.scope().condition(ENTRY.UNIT_ID);
        var conditions = new ArrayList<Condition>();
        conditions.add(filter.withoutUnitToo() ? visible.or(ENTRY.UNIT_ID.isNull()) : visible);
        var actors = filter.actors();
        if (actors != null) {
            conditions.add(ENTRY.ACCOUNT_ID.in(actors));
        }
        var object = filter.object();
        if (object != null) {
            conditions.add(ENTRY.OBJECT_KIND.eq(object.kind()).and(ENTRY.OBJECT_ID.eq(object.id())));
        }
        var unit = filter.unit();
        if (unit != null) {
            conditions.add(ENTRY.UNIT_ID.eq(unit));
        }
        if (!filter.act().isEmpty()) {
            conditions.add(ENTRY.ACT.eq(filter.act()));
        }
        conditions.add(ENTRY.AT.ge(filter.from()));
        conditions.add(ENTRY.AT.lt(filter.until()));
        var before = filter.before();
        if (before != null) {
            conditions.add(ENTRY.ID.lt(before));
        }
        return DSL.and(conditions);
    }

    /** Always in the order of the shards: two writers can wait for each other, never in a circle. */
    private List<End> lock(Collection<Short> shards) {
        return db.select(CHAIN.SHARD, CHAIN.LENGTH, CHAIN.LAST_HASH)
                .from(CHAIN)
                .where(CHAIN.SHARD.in(shards))
                .orderBy(CHAIN.SHARD)
                .forUpdate()
                .fetch(found -> new End(found.value1(), found.value2(), found.value3()));
    }

    private static End extend(End end, List<Entry> lines, CopyRows rows) {
        var position = end.length();
        var hash = end.hash();
        for (var line : lines) {
            position++;
            hash = line.hash(hash, position);
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
                    .end();
        }
        return new End(end.shard(), position, hash);
    }

    private static Entry entry(
            UUID id,
            Instant at,
            AccountId actor,
            String act,
            String kind,
            UUID object,
            @Nullable UnitId unit,
            String details) {
        return new Entry(id, at, actor, act, new ObjectRef(kind, object), unit, details);
    }
}
