package org.giaoban.platform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Numbers that change with what they stand for; a transaction asks for all of them once. */
@Repository
public class Stamps implements Memory {

    private static final String NUMBERS = "select name, number from platform.stamp";

    private final DSLContext db;
    private final FixedStatements statements;
    private final PerTransaction<Seen> seen = new PerTransaction<>();
    private final ThreadLocal<@Nullable Map<String, Long>> glance = new ThreadLocal<>();
    private volatile Object era = new Object();

    Stamps(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** The numbers as the present transaction saw them. */
    private static final class Seen {
        private @Nullable Map<String, Long> numbers;
    }

    /** Something that is read again only when the number of that name has changed. */
    public <T> Remembered<T> remembered(String name, Supplier<T> read) {
        return new Remembered<>(this, name, read);
    }

    /** Another database's numbers mean nothing. */
    @Override
    public void forget() {
        era = new Object();
    }

    Object era() {
        return era;
    }

    /**
     * Asks for all numbers once for what is done outside a transaction until it is closed; the next transaction on this thread
     * begins with them.
     */
    public Glance glance() {
        if (glance.get() != null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return () -> {};
        }
        glance.set(read());
        return glance::remove;
    }

    /** What was seen at one moment holds no longer. */
    public interface Glance extends AutoCloseable {

        @Override
        void close();
    }

    /** The number of that name; another one whenever what it stands for may be another. */
    public long number(String name) {
        return numbers().getOrDefault(name, 0L);
    }

    private Map<String, Long> numbers() {
        var glanced = glance.get();
        if (glanced != null && !TransactionSynchronizationManager.isActualTransactionActive()) {
            return glanced;
        }
        var seen = seen();
        if (seen == null) {
            return read();
        }
        glance.remove();
        var numbers = seen.numbers;
        if (numbers == null) {
            numbers = glanced == null ? read() : glanced;
            seen.numbers = numbers;
        }
        return numbers;
    }

    private Map<String, Long> read() {
        var numbers = new HashMap<String, Long>();
        statements
                .query(NUMBERS, (row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(each -> numbers.put(each.getKey(), each.getValue()));
        return numbers;
    }

    /** To be called in the transaction that wrote what the number stands for, right after writing. */
    public void renew(String name) {
        db.execute(
                "insert into platform.stamp (name, number) values (?, nextval('platform.stamp_number'))"
                        + " on conflict (name) do update set number = excluded.number",
                name);
        renewed();
    }

    /** After statements that wrote so many rows each: where they wrote none, everybody keeps what they have read. */
    public void renewIfWritten(String name, int... rows) {
        if (Arrays.stream(rows).anyMatch(written -> written != 0)) {
            renew(name);
        }
    }

    /** The present transaction wrote something whose number the database itself renews. */
    public void renewed() {
        glance.remove();
        var seen = seen();
        if (seen != null) {
            seen.numbers = null;
        }
    }

    private @Nullable Seen seen() {
        return seen.get(Seen::new);
    }
}
