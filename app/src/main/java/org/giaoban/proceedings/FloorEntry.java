package org.giaoban.proceedings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's place on the speaking list, from asking for the floor to the summary of what was said. */
record FloorEntry(
        UUID id,
        @Nullable UUID item,
        @Nullable UUID attendee,
        String name,
        String title,
        State state,
        int place,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String summary,
        int version) {

    /** How far it is. */
    enum State {
        WAITING,
        SPEAKING,
        DONE,
        WITHDRAWN
    }

    /** Who speaks of them now. */
    static @Nullable FloorEntry speaking(List<FloorEntry> all) {
        return all.stream().filter(FloorEntry::speaking).findFirst().orElse(null);
    }

    static List<FloorEntry> waiting(List<FloorEntry> all) {
        return all.stream().filter(FloorEntry::waiting).toList();
    }

    boolean waiting() {
        return state == State.WAITING;
    }

    boolean speaking() {
        return state == State.SPEAKING;
    }

    boolean done() {
        return state == State.DONE;
    }

    /** How long it took, or has taken until {@code now}. */
    long seconds(Instant now) {
        var started = startedAt;
        return started == null
                ? 0
                : Duration.between(started, endedAt == null ? now : endedAt).toSeconds();
    }
}
