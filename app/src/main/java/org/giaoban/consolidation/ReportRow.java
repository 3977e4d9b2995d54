package org.giaoban.consolidation;

import java.time.Instant;
import java.util.UUID;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** One level's consolidated report of one form for one period as it stands. */
record ReportRow(
        UUID id,
        UnitId unit,
        String form,
        Period period,
        ReportState state,
        int version,
        Act sent,
        Act decided,
        @Nullable String comment,
        @Nullable Instant stirredAt) {

    static final String KIND = "consolidated-report";

    /** Who did it and when; both null while nobody has. */
    record Act(@Nullable Instant at, @Nullable String by) {

        static final Act NONE = new Act(null, null);
    }

    ObjectRef ref() {
        return new ObjectRef(KIND, id);
    }

    boolean open() {
        return !state.stands();
    }

    ReportRow sent(Act by) {
        if (!open()) {
            throw new Refused("consolidation.refused.sent");
        }
        return new ReportRow(id, unit, form, period, ReportState.SUBMITTED, version + 1, by, Act.NONE, null, null);
    }

    /** A correction below is taken in: another version, sent up again. */
    ReportRow corrected(Act by) {
        if (open()) {
            throw new Refused("consolidation.refused.open");
        }
        return new ReportRow(id, unit, form, period, ReportState.SUBMITTED, version + 1, by, Act.NONE, null, null);
    }

    ReportRow accepted(Act by) {
        mustBeSubmitted();
        return new ReportRow(id, unit, form, period, ReportState.ACCEPTED, version, sent, by, null, stirredAt);
    }

    ReportRow returned(Act by, String why) {
        mustBeSubmitted();
        return new ReportRow(id, unit, form, period, ReportState.RETURNED, version, sent, by, why, stirredAt);
    }

    ReportRow reopened(Act by, String why) {
        if (open()) {
            throw new Refused("consolidation.refused.open");
        }
        return new ReportRow(id, unit, form, period, ReportState.RETURNED, version, sent, by, why, stirredAt);
    }

    ReportRow settled() {
        return new ReportRow(id, unit, form, period, state, version, sent, decided, comment, null);
    }

    private void mustBeSubmitted() {
        if (state != ReportState.SUBMITTED) {
            throw new Refused("consolidation.refused.not-submitted");
        }
    }
}
