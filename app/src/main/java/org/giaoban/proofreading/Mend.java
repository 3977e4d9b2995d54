package org.giaoban.proofreading;

import org.jspecify.annotations.Nullable;

/** What one click puts in the place of the marked words: other words, or the registered figure with this key. */
public record Mend(String text, @Nullable String figure) {

    static Mend words(String text) {
        return new Mend(text, null);
    }
}
