package org.giaoban.preparation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Reach;
import org.jspecify.annotations.Nullable;

/** A paper of a meeting, or of a topic that may come on one; restricted ones name who may read them. */
record Material(
        UUID id,
        UnitId unit,
        @Nullable UUID meeting,
        @Nullable UUID topic,
        String title,
        Reach reach,
        Set<PersonId> readers,
        UUID account,
        String byName,
        Instant addedAt) {}
