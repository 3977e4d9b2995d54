package org.giaoban.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the inbox starts: after this moment and, within it, this notice. */
record InboxPosition(Instant sentAt, UUID id) {

    static InboxPosition of(Received notice) {
        return new InboxPosition(notice.sentAt(), notice.id().value());
    }

    /** Reads a position out of an address; nonsense starts at the top. */
    static Optional<InboxPosition> parse(@Nullable String code) {
        if (code == null) {
            return Optional.empty();
        }
        var parts = code.split("_", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new InboxPosition(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String code() {
        return sentAt + "_" + id;
    }
}
