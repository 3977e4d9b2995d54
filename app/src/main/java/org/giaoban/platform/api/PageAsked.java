package org.giaoban.platform.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.giaoban.platform.Slice;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted. The cursor is opaque: it is to be sent back as it came.
 *
 * @param after the key behind which the page begins; null: at the beginning
 */
public record PageAsked(int limit, @Nullable String after) {

    public static final int MOST = 200;
    public static final String USUAL = "50";

    public static PageAsked of(int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST) {
            throw new Unprocessable("limit", Texts.text("platform.api.limit", MOST));
        }
        return new PageAsked(limit, cursor == null || cursor.isEmpty() ? null : read(cursor));
    }

    /** The page of a list that was read with one row too many. */
    public <T> Slice<T> slice(List<T> oneTooMany, Function<T, String> key) {
        var slice = Slice.of(oneTooMany, limit, key);
        return new Slice<>(slice.items(), slice.next() == null ? null : written(slice.next()));
    }

    /** A cursor that was never given out. */
    public static Unprocessable unknownCursor() {
        return new Unprocessable("after", Texts.text("platform.api.cursor"));
    }

    public static String written(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String cursor) {
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (key.isEmpty() || key.indexOf('\0') >= 0 || !written(key).equals(cursor)) {
                throw unknownCursor();
            }
            return key;
        } catch (IllegalArgumentException notOurs) {
            throw unknownCursor();
        }
    }
}
