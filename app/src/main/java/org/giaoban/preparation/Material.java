package org.giaoban.preparation;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Reach;
import org.jspecify.annotations.Nullable;

/** A paper of a meeting, or of a topic that may come on one; restricted ones say who may read them. */
record Material(
        UUID id,
        UnitId unit,
        @Nullable UUID meeting,
        @Nullable UUID topic,
        @Nullable UUID item,
        String title,
        Reach reach,
        Circle circle,
        UUID account,
        String byName,
        Instant addedAt) {

    /** Where a paper belongs: to a topic, to a meeting as a whole, or to one item of its agenda. */
    record Shelf(
            @Nullable UUID meeting,
            @Nullable UUID topic,
            @Nullable UUID item) {

        static Shelf ofMeeting(UUID meeting, @Nullable UUID item) {
            return new Shelf(meeting, null, item);
        }

        static Shelf ofTopic(UUID topic) {
            return new Shelf(null, topic, null);
        }
    }
}
