package org.giaoban.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of somebody's list of reminders. */
record DigestEntry(
        String textKey,
        List<String> args,
        String href,
        @Nullable LocalDate dueOn) {

    String text() {
        return Sentence.of(textKey, args);
    }

    String text(Locale locale) {
        return Sentence.of(locale, textKey, args);
    }
}
