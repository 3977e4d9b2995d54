package org.giaoban.audit;

import static org.giaoban.audit.db.Tables.ENTRY;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.CopiedRow;
import org.giaoban.platform.FixedStatements;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the audit log: pages of it, the history of one object, and all of it for the check. */
@Repository
class EntryReader {

    private static final SelectField<Entry> AN_ENTRY = row(
                    ENTRY.ID,
                    ENTRY.AT,
                    ENTRY.ACCOUNT_ID,
                    ENTRY.ACT,
                    ENTRY.OBJECT_KIND,
                    ENTRY.OBJECT_ID,
                    ENTRY.UNIT_ID,
                    ENTRY.DETAILS)
            .mapping(EntryReader::entry);

    private static final String ALL = """
            select shard, position, key_number, hash, id, at, account_id, act, object_kind, object_id, unit_id, details
            from audit.entry order by shard, position""";

    private final DSLContext db;
    private final FixedStatements statements;

    EntryReader(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** A stored line with its place in the chain; key 0 is none: the line is from before there were keys. */
    record Link(short shard, long position, int key, byte[] hash, Entry entry) {}

    /** All acts but one. */
    List<Entry> changes(ObjectRef object, String besides, int most) {
        return db.select(AN_ENTRY)
                .from(ENTRY)
                .where(ENTRY.OBJECT_KIND.eq(object.kind()))
                .and(ENTRY.OBJECT_ID.eq(object.id()))
                .and(ENTRY.ACT.ne(besides))
                .orderBy(ENTRY.ID.desc())
                .limit(most)
                .fetch(Record1::value1);
    }

    /** One act with any of many objects, newest first; before a line of the page that was shown last. */
    List<Entry> acts(String act, Collection<ObjectRef> objects, @Nullable UUID before, int most) {
        var which = objects.stream()
                .map(object -> ENTRY.OBJECT_KIND.eq(object.kind()).and(ENTRY.OBJECT_ID.eq(object.id())))
                .toList();
        return db.select(AN_ENTRY)
                .from(ENTRY)
                .where(DSL.or(which))
                .and(ENTRY.ACT.eq(act))
                .and(before == null ? DSL.noCondition() : ENTRY.ID.lt(before))
                .orderBy(ENTRY.ID.desc())
                .limit(most)
                .fetch(Record1::value1);
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

    /** The identifier of the line that was written last. */
    Optional<UUID> newest() {
        return db.select(ENTRY.ID).from(ENTRY).orderBy(ENTRY.ID.desc()).limit(1).fetchOptional(ENTRY.ID);
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

    /** Walks every chain from its beginning without holding it in memory. */
    void walk(Consumer<Link> visitor) {
        // However long the log is: nobody waits for it behind a page.
        statements.execute("set local statement_timeout = 0");
        statements.copyOut(ALL, row -> visitor.accept(link(row)));
    }

    private static Link link(CopiedRow row) {
        var shard = row.smallNumber();
        var position = row.largeNumber();
        var key = row.number();
        var hash = row.bytes();
        return new Link(shard, position, key, hash, entry(row));
    }

    private static Entry entry(CopiedRow row) {
        var id = present(row.uuid());
        var at = row.moment();
        var actor = new AccountId(present(row.uuid()));
        var act = present(row.text());
        var object = new ObjectRef(present(row.text()), present(row.uuid()));
        var unit = row.uuid();
        return new Entry(id, at, actor, act, object, unit == null ? null : new UnitId(unit), present(row.text()));
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
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
