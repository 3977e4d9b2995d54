package org.giaoban.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something every page reads and hardly anybody changes. Whoever changes it calls {@link #renew} in the same transaction,
 * right after writing; then every server reads it again.
 */
public final class Remembered<T> {

    private final Stamps stamps;
    private final String name;
    private final Supplier<T> read;
    private volatile @Nullable Kept<T> kept;

    Remembered(Stamps stamps, String name, Supplier<T> read) {
        this.stamps = stamps;
        this.name = name;
        this.read = read;
    }

    private record Kept<T>(Object era, long number, T value) {}

    public T get() {
        var era = stamps.era();
        var number = stamps.number(name);
        var last = kept;
        if (last == null || last.era() != era || last.number() != number) {
            last = new Kept<>(era, number, read.get());
            kept = last;
        }
        return last.value();
    }

    /** Another one whenever {@link #get} may answer otherwise. */
    public long number() {
        return stamps.number(name);
    }

    public void renew() {
        stamps.renew(name);
    }

    /** After statements that wrote so many rows each: where they wrote none, everybody keeps what they have read. */
    public void renewIfWritten(int... rows) {
        stamps.renewIfWritten(name, rows);
    }
}
