package org.giaoban.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice as it lies in somebody's inbox. */
record Received(
        NoticeId id,
        String textKey,
        List<String> args,
        String href,
        Instant sentAt,
        @Nullable Instant readAt) {

    boolean unread() {
        return readAt == null;
    }

    String text() {
        return Sentence.of(textKey, args);
    }

    /** Where the next page starts. */
    String position() {
        return InboxPosition.of(this).code();
    }
}
