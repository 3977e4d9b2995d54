package org.giaoban.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list read by keyset.
 *
 * @param next where the next page starts, or null at the end
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    /** Cuts a result that was read with one row too many; that row tells that there is a next page. */
    public static <T> Slice<T> of(List<T> oneTooMany, int size, Function<T, String> key) {
        if (oneTooMany.size() <= size) {
            return new Slice<>(List.copyOf(oneTooMany), null);
        }
        var items = List.copyOf(oneTooMany.subList(0, size));
        return new Slice<>(items, key.apply(items.getLast()));
    }
}
