package org.giaoban.meetings;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What the list of meetings is narrowed to; drafts only where the viewer prepares meetings. */
record MeetingFilter(
        boolean past,
        Scope drafts,
        @Nullable UnitId unit,
        @Nullable Cursor after) {

    /** The last row of a page. */
    record Cursor(Instant startsAt, UUID id) {

        static Optional<Cursor> parse(@Nullable String text) {
            if (text == null || !text.matches("[^_]+_[0-9a-f-]{36}")) {
                return Optional.empty();
            }
            var split = text.indexOf('_');
            try {
                return Optional.of(new Cursor(
                        Instant.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1))));
            } catch (DateTimeParseException | IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }

        static String of(Meeting meeting) {
            return meeting.plan().startsAt() + "_" + meeting.id().value();
        }
    }
}
