package org.giaoban.vault;

import static org.giaoban.vault.db.Tables.WRAPPED_KEY;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.giaoban.platform.Memory;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of all purposes, opened and remembered; a new one is seen by every running program within {@link #REMEMBERED}. */
@Repository
class PurposeKeys implements Memory {

    static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final DSLContext db;
    private final TransactionTemplate apart;
    private final KeyFile file;
    private final Clock clock;
    private volatile @Nullable Known known;
    private volatile SortedMap<Integer, SecretKey> masters = Collections.emptySortedMap();

    PurposeKeys(DSLContext db, PlatformTransactionManager transactions, KeyFile file, Clock clock) {
        this.db = db;
        this.file = file;
        this.clock = clock;
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** An opened key. */
    record Key(int number, byte[] material) {}

    private record Known(Map<WrappedKey.Name, SortedMap<Integer, Key>> keys, long readAt) {

        boolean old() {
            return System.nanoTime() - readAt > REMEMBERED.toNanos();
        }
    }

    /** The newest key; the first is made when it is first asked for. */
    Key present(WrappedKey.Name name) {
        var remembered = known;
        var keys = (remembered == null || remembered.old() ? read() : remembered)
                .keys()
                .get(name);
        return keys == null ? make(name, Gcm::randomKey) : keys.lastEntry().getValue();
    }

    Key present(WrappedKey.Name name, Supplier<byte[]> fresh) {
        var keys = read().keys().get(name);
        return keys == null ? make(name, fresh) : keys.lastEntry().getValue();
    }

    Key numbered(WrappedKey.Name name, int number) {
        var remembered = known;
        var key = remembered == null ? null : find(remembered, name, number);
        if (key == null) {
            key = find(read(), name, number);
        }
        if (key == null) {
            throw new NotAuthentic(
                    "there is no key " + number + " for " + name.purpose().name());
        }
        return key;
    }

    /** Every key of a name by its number, as the database has them now; empty when there was never one. */
    SortedMap<Integer, Key> every(WrappedKey.Name name) {
        return read().keys().getOrDefault(name, Collections.emptySortedMap());
    }

    private static @Nullable Key find(Known among, WrappedKey.Name name, int number) {
        var keys = among.keys().get(name);
        return keys == null ? null : keys.get(number);
    }

    /** In a transaction of its own: what is sealed with it may fail, the key stays. Of two who make the first, one wins. */
    private Key make(WrappedKey.Name name, Supplier<byte[]> fresh) {
        apart.executeWithoutResult(status -> insert(name, 1, fresh.get()));
        // Read apart as well: the surrounding transaction may look at an older state of the database.
        var made =
                Objects.requireNonNull(apart.execute(status -> read())).keys().get(name);
        if (made == null) {
            throw new IllegalStateException("the key for " + name + " was not kept");
        }
        return made.lastEntry().getValue();
    }

    /** One more key for a purpose, which everything sealed from now on uses. */
    int renew(WrappedKey.Name name) {
        var number = present(name).number() + 1;
        apart.executeWithoutResult(status -> insert(name, number, Gcm.randomKey()));
        read();
        return number;
    }

    List<WrappedKey.Name> names() {
        return List.copyOf(read().keys().keySet());
    }

    private void insert(WrappedKey.Name name, int number, byte[] key) {
        masters = file.read();
        var newest = masters.lastKey();
        write(WrappedKey.close(name, number, newest, master(newest), key));
    }

    private void write(WrappedKey key) {
        db.insertInto(WRAPPED_KEY)
                .set(WRAPPED_KEY.PURPOSE, key.name().purpose().name())
                .set(WRAPPED_KEY.USE, key.name().use().name())
                .set(WRAPPED_KEY.NUMBER, key.number())
                .set(WRAPPED_KEY.MASTER, key.master())
                .set(WRAPPED_KEY.WRAPPED, key.wrapped())
                .set(WRAPPED_KEY.MADE_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    /** Closes every key anew with the present master key; gives how many. */
    int rewrap() {
        masters = file.read();
        var newest = masters.lastKey();
        var masterKey = master(newest);
        var changed = 0;
        for (var key : all()) {
            if (key.master() != newest) {
                var open = key.open(master(key.master()));
                var anew = WrappedKey.close(key.name(), key.number(), newest, masterKey, open);
                changed += db.update(WRAPPED_KEY)
                        .set(WRAPPED_KEY.MASTER, newest)
                        .set(WRAPPED_KEY.WRAPPED, anew.wrapped())
                        .where(WRAPPED_KEY.PURPOSE.eq(key.name().purpose().name()))
                        .and(WRAPPED_KEY.USE.eq(key.name().use().name()))
                        .and(WRAPPED_KEY.NUMBER.eq(key.number()))
                        .execute();
            }
        }
        return changed;
    }

    List<WrappedKey> all() {
        return db.select(
                        WRAPPED_KEY.PURPOSE,
                        WRAPPED_KEY.USE,
                        WRAPPED_KEY.NUMBER,
                        WRAPPED_KEY.MASTER,
                        WRAPPED_KEY.WRAPPED)
                .from(WRAPPED_KEY)
                .fetch(row -> new WrappedKey(
                        new WrappedKey.Name(new Purpose(row.value1()), WrappedKey.Use.valueOf(row.value2())),
                        row.value3(),
                        row.value4(),
                        row.value5()));
    }

    private Known read() {
        var keys = new HashMap<WrappedKey.Name, SortedMap<Integer, Key>>();
        for (var key : all()) {
            keys.computeIfAbsent(key.name(), name -> new TreeMap<>())
                    .put(key.number(), new Key(key.number(), key.open(master(key.master()))));
        }
        var fresh = new Known(keys, System.nanoTime());
        known = fresh;
        return fresh;
    }

    private SecretKey master(int number) {
        if (!masters.containsKey(number)) {
            masters = file.read();
        }
        var master = masters.get(number);
        if (master == null) {
            throw new NotAuthentic("the key file " + file.path() + " has no master key " + number);
        }
        return master;
    }

    @Override
    public void forget() {
        known = null;
    }
}
