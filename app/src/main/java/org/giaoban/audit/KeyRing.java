package org.giaoban.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import org.giaoban.vault.MacKey;

/** The keys that lines name, each made ready once; for one thread. */
final class KeyRing {

    private final Map<Integer, MacKey> keys;
    private final Map<Integer, Optional<Mac>> macs = new HashMap<>();

    /** @param keys all there are: while lines are streaming the connection can answer nothing else */
    KeyRing(Map<Integer, MacKey> keys) {
        this.keys = keys;
    }

    /** Absent for a number that was never a key's. */
    Optional<Mac> mac(int number) {
        return macs.computeIfAbsent(
                number, each -> Optional.ofNullable(keys.get(each)).map(MacKey::mac));
    }
}
