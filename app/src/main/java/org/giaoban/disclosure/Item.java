package org.giaoban.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** Something of a unit that is, was or may become public; the draft is what nobody outside sees. */
record Item(
        UUID id,
        UnitId unit,
        Kind kind,
        @Nullable UUID source,
        @Nullable Facts draft,
        @Nullable Facts shown,
        Hands hands,
        int revision) {

    /** Who prepared it, who let it out, who took it back. */
    record Hands(
            List<UUID> drafters,
            String preparedBy,
            Instant preparedAt,
            @Nullable String releasedBy,
            @Nullable Instant releasedAt,
            @Nullable Instant withdrawnAt,
            String why) {}

    enum State {
        DRAFT,
        PUBLIC,
        CHANGED,
        WITHDRAWN
    }

    State state() {
        if (hands.withdrawnAt() != null) {
            return State.WITHDRAWN;
        }
        if (shown == null) {
            return State.DRAFT;
        }
        return draft == null ? State.PUBLIC : State.CHANGED;
    }

    /** The newest of it: the draft, or what is shown. */
    Facts facts() {
        return draft != null ? draft : shown != null ? shown : Facts.NONE;
    }

    String title() {
        return facts().text("title");
    }

    String href() {
        return "/disclosure/" + id;
    }
}
