package org.giaoban.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** A reorganisation from the first draft on: events of one day, and how its conflicts were settled. */
record Plan(
        PlanId id,
        Terms terms,
        PlanState state,
        int version,
        List<Event> events,
        Map<String, String> choices,
        Marks marks) {

    /** Who did what with the plan, and until when it may be undone. */
    record Marks(
            Instant createdAt,
            String createdBy,
            @Nullable Instant executedAt,
            @Nullable String executedBy,
            @Nullable LocalDate undoUntil,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {}

    LocalDate day() {
        return terms.day();
    }

    /** Refused unless the plan is still a draft and as the viewer saw it. */
    void demandDraft(int seen) {
        demandDraft();
        if (version != seen) {
            throw new Refused("reorganisation.refused.stale", terms.title());
        }
    }

    void demandDraft() {
        if (state != PlanState.DRAFT) {
            throw new Refused("reorganisation.refused.no-draft", terms.title());
        }
    }
}
