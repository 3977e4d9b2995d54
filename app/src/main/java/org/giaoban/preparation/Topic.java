package org.giaoban.preparation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Agendas;
import org.giaoban.meetings.ItemKind;
import org.giaoban.meetings.Reach;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** What may come on an agenda: proposed by a unit, or kept by the office for a later meeting. */
record Topic(
        UUID id,
        UnitId unit,
        Place place,
        Content content,
        State state,
        Decision decision,
        Origin origin,
        int version) {

    /** Where a topic stands. */
    enum State {
        PROPOSED,
        PLACED,
        RETURNED,
        DEFERRED,
        WITHDRAWN
    }

    /** For which meeting or kind of meeting, and as which item it stands on an agenda. */
    record Place(
            @Nullable String kind,
            @Nullable UUID meeting,
            @Nullable UUID item,
            boolean next) {}

    /** What it is about. */
    record Content(String title, int minutes, String presenter, ItemKind kind, String outcome, Reach reach) {

        /** What units propose is for the invited. */
        Content(String title, int minutes, String presenter, ItemKind kind, String outcome) {
            this(title, minutes, presenter, kind, outcome, Reach.INTERNAL);
        }

        Set<Gap> gaps() {
            var gaps = EnumSet.noneOf(Gap.class);
            add(gaps, Gap.TITLE, title.isBlank());
            add(gaps, Gap.MINUTES, minutes < 1 || minutes > 600);
            add(gaps, Gap.PRESENTER, presenter.isBlank());
            add(gaps, Gap.OUTCOME, outcome.isBlank());
            return gaps;
        }

        private static void add(Set<Gap> gaps, Gap gap, boolean missing) {
            if (missing) {
                gaps.add(gap);
            }
        }

        Agendas.NewItem item(UUID topic) {
            return new Agendas.NewItem(title, minutes, presenter, kind, outcome, reach, topic);
        }
    }

    /** What a proposal lacks. */
    enum Gap {
        TITLE,
        MINUTES,
        PRESENTER,
        OUTCOME,
        PAPER
    }

    /** What the office decided and why. */
    record Decision(
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant at) {

        static final Decision NONE = new Decision(null, null, null);
    }

    /** Who proposed it; without a unit it is the office's own. */
    record Origin(@Nullable UUID unit, UUID account, String name, Instant at) {}

    void demandOpen() {
        if (state != State.PROPOSED && state != State.DEFERRED) {
            throw new Refused("preparation.refused.topic-decided", content.title);
        }
    }

    /** Those who proposed may change or take back what nobody has decided on. */
    void demandUndecided() {
        if (state != State.PROPOSED) {
            throw new Refused("preparation.refused.topic-decided", content.title);
        }
    }

    Topic with(Content other, int seen) {
        return new Topic(id, unit, place, other, state, decision, origin, seen);
    }

    Topic as(State next, Place where, Decision why) {
        return new Topic(id, unit, where, content, next, why, origin, version);
    }
}
