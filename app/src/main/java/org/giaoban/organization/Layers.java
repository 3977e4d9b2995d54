package org.giaoban.organization;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

    Set<K> keys() {
        var keys = new HashSet<>(below.keySet());
        keys.addAll(above.keySet());
        return keys;
    }

    void each(Consumer<V> visitor) {
        above.values().forEach(visitor);
        below.forEach((key, value) -> {
            if (!above.containsKey(key)) {
                visitor.accept(value);
            }
        });
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
