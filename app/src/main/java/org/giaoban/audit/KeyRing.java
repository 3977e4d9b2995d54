package org.giaoban.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import org.giaoban.vault.MacKey;
import org.giaoban.vault.NotAuthentic;

/** The keys that lines name, each opened once; for one thread. */
final class KeyRing {

    private final IntFunction<MacKey> keys;
    private final Map<Integer, Optional<Mac>> macs = new HashMap<>();

    KeyRing(IntFunction<MacKey> keys) {
        this.keys = keys;
    }

    /** Absent for a number that was never a key's. */
    Optional<Mac> mac(int number) {
        return macs.computeIfAbsent(number, this::open);
    }

    private Optional<Mac> open(int number) {
        try {
            return Optional.of(keys.apply(number).mac());
        } catch (NotAuthentic unknown) {
            return Optional.empty();
        }
    }
}
