package org.giaoban.indicators;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Keeps what was read under a stamp. A stamp is never used twice, so what is kept under it stays right for ever. */
final class StampedMemory<V> {

    private final Cache<Stamped, V> kept;

    /** @param weight how much room a value takes, of {@code most} in all */
    StampedMemory(long most, ToIntFunction<V> weight) {
        kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Stamped key, V value) -> 1 + weight.applyAsInt(value))
                .build();
    }

    /** A unit's stored period, or its year. */
    record Place(int unit, int period) {}

    /** The state of a place. */
    record Stamped(Place place, long stamp) {}

    /** What stands in the places; what was never seen before is loaded together, perhaps in a state later than asked. */
    Map<Place, V> of(Collection<Stamped> wanted, Function<List<Stamped>, Map<Stamped, V>> load) {
        var found = new HashMap<Place, V>();
        var missing = new ArrayList<Stamped>();
        for (var each : wanted) {
            var value = kept.getIfPresent(each);
            if (value == null) {
                missing.add(each);
            } else {
                found.put(each.place(), value);
            }
        }
        if (!missing.isEmpty()) {
            load.apply(missing).forEach((stamped, value) -> {
                kept.put(stamped, value);
                found.put(stamped.place(), value);
            });
        }
        return found;
    }

    void forget() {
        kept.invalidateAll();
    }
}
