package org.giaoban.vault;

import static org.giaoban.vault.db.Tables.SEALED_TABLE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Goes through sealed tables row by row and puts every value under the present key: what was plain, and what an older key closed. */
@Repository
@Transactional
class SealedRows {

    static final int AT_ONCE = 500;

    private final DSLContext db;
    private final Vault vault;
    private final PurposeKeys keys;
    private final Clock clock;

    SealedRows(DSLContext db, Vault vault, PurposeKeys keys, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.keys = keys;
        this.clock = clock;
    }

    /** How far a walk has come; {@code last} is null at the end. */
    record Step(@Nullable UUID last, int changed) {}

    boolean sealed(SealedTable of) {
        return db.fetchExists(SEALED_TABLE, SEALED_TABLE.REL.eq(of.table()));
    }

    boolean any(SealedTable of) {
        return db.fetchExists(relation(of));
    }

    void noteSealed(SealedTable of) {
        db.insertInto(SEALED_TABLE, SEALED_TABLE.REL, SEALED_TABLE.SEALED_AT)
                .values(of.table(), clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    /** The rows after a given one, as many as one transaction takes. */
    Step step(SealedTable of, @Nullable UUID after) {
        var id = field(name(of.key()), UUID.class);
        var rows = db.select(fields(of, id))
                .from(relation(of))
                .where(after == null ? noCondition() : id.gt(after))
                .orderBy(id)
                .limit(AT_ONCE)
                .forUpdate()
                .fetch();
        var present = keys.present(new WrappedKey.Name(of.purpose(), WrappedKey.Use.SEAL))
                .number();
        var updates = new ArrayList<Query>();
        for (var row : rows) {
            var changes = changes(of, row, present);
            if (!changes.isEmpty()) {
                updates.add(db.update(relation(of)).set(changes).where(id.eq(row.get(id))));
            }
        }
        db.batch(updates).execute();
        return new Step(rows.size() < AT_ONCE ? null : rows.getLast().get(id), updates.size());
    }

    private static List<Field<?>> fields(SealedTable of, Field<UUID> id) {
        var fields = new ArrayList<Field<?>>();
        fields.add(id);
        of.columns().forEach(column -> fields.add(bytes(column)));
        return fields;
    }

    private Map<Field<?>, Object> changes(SealedTable of, Record row, int present) {
        var changes = new HashMap<Field<?>, Object>();
        var id = row.get(of.key(), UUID.class);
        for (var column : of.columns()) {
            var kept = row.get(bytes(column));
            if (kept != null && kept.length > 0) {
                var place = new Place(of.table(), column, id);
                var value = new Sealed(kept);
                var lookUp = of.lookUp();
                var looked = lookUp != null && lookUp.of().equals(column);
                if (value.isPlain() || value.key() != present) {
                    var text = value.isPlain() ? plain(kept) : vault.open(of.purpose(), place, value);
                    changes.put(
                            bytes(column), vault.seal(of.purpose(), place, text).bytes());
                    if (lookUp != null && looked) {
                        changes.put(
                                bytes(lookUp.column()),
                                vault.index(of.purpose(), lookUp.form().apply(text)));
                    }
                }
            }
        }
        return changes;
    }

    private static String plain(byte[] kept) {
        return new String(kept, 1, kept.length - 1, StandardCharsets.UTF_8);
    }

    private static Field<byte[]> bytes(String column) {
        return field(name(column), byte[].class);
    }

    private static Table<Record> relation(SealedTable of) {
        return table(name(of.table().split("\\.")));
    }
}
