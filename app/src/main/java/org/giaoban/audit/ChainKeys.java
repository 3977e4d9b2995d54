package org.giaoban.audit;

import static org.giaoban.audit.db.Tables.CHAIN;
import static org.giaoban.audit.db.Tables.ENTRY;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.crypto.Mac;
import org.giaoban.vault.Purpose;
import org.giaoban.vault.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * From where on the lines of each chain carry a key. What was written before is not altered: its end is marked once, under the
 * key, so that nobody can write it anew or pass later lines off as old ones.
 */
@Repository
@Transactional
class ChainKeys {

    static final Purpose CHAIN_KEY = new Purpose("audit-chain");

    private static final byte[] LABEL = "giaoban audit lines without a key".getBytes(StandardCharsets.UTF_8);

    private final DSLContext db;
    private final Vault vault;

    ChainKeys(DSLContext db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** The last line without a key, and the proof of it; no proof is a broken one. */
    record Mark(short shard, long length, int key, byte[] proof) {

        static byte[] proof(Mac mac, int shard, long length, byte[] hash) {
            mac.update(LABEL);
            mac.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                    .putInt(shard)
                    .putLong(length)
                    .flip());
            return mac.doFinal(hash);
        }
    }

    /** Once, at the first start with keys. Where a line with a key is found and no mark, somebody took the marks away. */
    void markAll() {
        var ends = db.select(CHAIN.SHARD, CHAIN.LENGTH, CHAIN.LAST_HASH, CHAIN.UNKEYED_PROOF)
                .from(CHAIN)
                .orderBy(CHAIN.SHARD)
                .forUpdate()
                .fetch();
        if (ends.stream().anyMatch(end -> end.value4() != null) || db.fetchExists(ENTRY, ENTRY.KEY_NUMBER.gt(0))) {
            return;
        }
        var key = vault.macKey(CHAIN_KEY);
        var mac = key.mac();
        db.batch(ends.stream()
                        .map(end -> db.update(CHAIN)
                                .set(CHAIN.UNKEYED, end.value2())
                                .set(CHAIN.UNKEYED_KEY, key.number())
                                .set(CHAIN.UNKEYED_PROOF, Mark.proof(mac, end.value1(), end.value2(), end.value3()))
                                .where(CHAIN.SHARD.eq(end.value1())))
                        .toList())
                .execute();
    }

    /** The marks by their chains. */
    @Transactional(readOnly = true)
    Map<Short, Mark> marks() {
        return db.select(CHAIN.SHARD, CHAIN.UNKEYED, CHAIN.UNKEYED_KEY, CHAIN.UNKEYED_PROOF)
                .from(CHAIN)
                .where(CHAIN.UNKEYED_PROOF.isNotNull())
                .fetchMap(CHAIN.SHARD, row -> new Mark(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
