package org.giaoban.reporting;

import java.util.List;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A cell that cannot be taken: which one, and why, as a text key with arguments. */
record Problem(@Nullable String indicator, @Nullable String place, String key, List<String> arguments) {

    static Problem of(@Nullable String indicator, @Nullable String place, String key, String... arguments) {
        return new Problem(indicator, place, key, List.of(arguments));
    }

    String sentence() {
        return Texts.text(key, arguments.toArray());
    }

    /** As listed after an upload: the cell first, then what is wrong with it. */
    String line() {
        return place == null ? sentence() : place + ": " + sentence();
    }
}
