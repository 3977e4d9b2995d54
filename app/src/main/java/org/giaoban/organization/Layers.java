package org.giaoban.organization;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that never changes, in two layers: a successor copies only the small upper one, until that has grown. */
record Layers<K, V>(Map<K, V> below, Map<K, V> above) {

    private static final int MOST_ABOVE = 512;

    static <K, V> Layers<K, V> of(Map<K, V> all) {
        return new Layers<>(all, Map.of());
    }

    @Nullable
    V get(K key) {
        var value = above.get(key);
        return value == null ? below.get(key) : value;
    }

    Layers<K, V> with(Map<K, V> changes) {
        if (above.size() + changes.size() <= MOST_ABOVE) {
            var merged = new HashMap<>(above);
            merged.putAll(changes);
            return new Layers<>(below, merged);
        }
        var merged = new HashMap<>(below);
        merged.putAll(above);
        merged.putAll(changes);
        return of(merged);
    }
}
