package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/** A meeting of a series. It is planned, runs, and is closed once; what was closed stays as it is. */
record Meeting(
        MeetingId id,
        UUID series,
        UnitId unit,
        Plan plan,
        MeetingState state,
        @Nullable Instant openedAt,
        @Nullable Instant endedAt,
        @Nullable Instant closedAt,
        int version) {

    /** What is decided beforehand. */
    record Plan(
            String kind,
            String title,
            @Nullable Period period,
            Instant startsAt,
            int minutes,
            String place,
            @Nullable PersonId chair) {}

    LocalDate day() {
        return LocalDate.ofInstant(plan.startsAt, Zone.ID);
    }

    MeetingLine line() {
        return new MeetingLine(
                id, plan.title, plan.kind, unit, plan.period, plan.startsAt, plan.minutes, plan.place, state);
    }

    Meeting planned(Plan next) {
        demand(state == MeetingState.PLANNED || state == MeetingState.RUNNING);
        return new Meeting(id, series, unit, next, state, openedAt, endedAt, closedAt, version);
    }

    Meeting opened(Instant at) {
        demand(state == MeetingState.PLANNED);
        return new Meeting(id, series, unit, plan, MeetingState.RUNNING, at, null, null, version);
    }

    Meeting closed(Instant at) {
        demand(state == MeetingState.RUNNING);
        return new Meeting(id, series, unit, plan, MeetingState.CLOSED, openedAt, at, at, version);
    }

    Meeting cancelled() {
        demand(state == MeetingState.PLANNED);
        return new Meeting(id, series, unit, plan, MeetingState.CANCELLED, null, null, null, version);
    }

    void demandRunning() {
        demand(state == MeetingState.RUNNING);
    }

    void demandOpen() {
        demand(state == MeetingState.PLANNED || state == MeetingState.RUNNING);
    }

    void demandClosed() {
        demand(state == MeetingState.CLOSED);
    }

    private void demand(boolean allowed) {
        if (!allowed) {
            throw new Refused("meetings.refused.state." + state.name().toLowerCase(java.util.Locale.ROOT), plan.title);
        }
    }
}
