package org.giaoban.readers;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** Somebody who asked for letters; nothing is sent to them before they have confirmed it themselves. */
record Subscriber(
        UUID id,
        String address,
        Pace pace,
        String language,
        String token,
        @Nullable Instant confirmedAt) {

    Locale locale() {
        return language.equals("en") ? Locale.ENGLISH : Texts.VIETNAMESE;
    }

    boolean confirmed() {
        return confirmedAt != null;
    }
}
