package org.giaoban.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.giaoban.access.Scope.Extent;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Memory;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets of units too large to be sent with every statement: stored once, under a name made of their content. */
@Component
class StoredReaches implements Memory {

    /** Up to here a list costs less than a look into the stored set. */
    static final int LISTED = 200;

    /** Well within the week after which an unused set is thrown away. */
    private static final Duration SURE_FOR = Duration.ofHours(12);

    private static final int UUID_BYTES = 16;

    private final DSLContext db;
    private final TransactionTemplate alone;
    private final Cache<UUID, UUID> sure =
            Caffeine.newBuilder().expireAfterWrite(SURE_FOR).maximumSize(10_000).build();

    /** A set is there before the transaction that compares with it begins, and stays when that one is taken back. */
    StoredReaches(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** How the database is to be told of these units. */
    Extent extent(Set<UnitId> units) {
        return units.size() <= LISTED ? new Extent.Listed() : new Extent.Stored(name(units));
    }

    void keep(UUID name, Set<UnitId> units) {
        if (sure.getIfPresent(name) == null) {
            alone.executeWithoutResult(status -> store(name, units));
            sure.put(name, name);
        }
    }

    @Override
    public void forget() {
        sure.invalidateAll();
    }

    private void store(UUID name, Set<UnitId> units) {
        if (db.execute("update access.reach set used_on = current_date where id = ?", name) > 0) {
            return;
        }
        if (db.execute(
                        "insert into access.reach (id, used_on) values (?, current_date) on conflict (id) do nothing",
                        name)
                > 0) {
            db.execute("delete from access.reach where used_on < current_date - 7");
            db.execute(
                    "insert into access.reach_unit (reach_id, unit_id) select ?, unnest(?)",
                    name,
                    units.stream().map(UnitId::value).toArray(UUID[]::new));
        }
    }

    /** The first half of a digest of the identifiers in order. */
    private static UUID name(Set<UnitId> units) {
        var bytes = ByteBuffer.allocate(units.size() * UUID_BYTES);
        units.stream()
                .map(UnitId::value)
                .sorted()
                .forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        var digest = ByteBuffer.wrap(sha256().digest(bytes.array()));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
