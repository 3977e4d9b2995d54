package org.giaoban.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Numbers that change with what they stand for; a transaction asks for all of them once. */
@Repository
public class Stamps implements Memory {

    private static final String NUMBERS = "select name, number from platform.stamp";

    private final DSLContext db;
    private final FixedStatements statements;
    private final PerTransaction<Seen> seen = new PerTransaction<>();
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

    long number(String name) {
        var seen = seen();
        var numbers = seen == null ? null : seen.numbers;
        if (numbers == null) {
            numbers = read();
            if (seen != null) {
                seen.numbers = numbers;
            }
        }
        return numbers.getOrDefault(name, 0L);
    }

    private Map<String, Long> read() {
        var numbers = new HashMap<String, Long>();
        statements
                .query(NUMBERS, (row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(each -> numbers.put(each.getKey(), each.getValue()));
        return numbers;
    }

    void renew(String name) {
        db.execute(
                "insert into platform.stamp (name, number) values (?, nextval('platform.stamp_number'))"
                        + " on conflict (name) do update set number = excluded.number",
                name);
        var seen = seen();
        if (seen != null) {
            seen.numbers = null;
        }
    }

    private @Nullable Seen seen() {
        return seen.get(Seen::new);
    }
}
