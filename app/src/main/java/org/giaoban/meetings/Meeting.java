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
            @Nullable PersonId chair,
            Way way) {

        Plan(
                String kind,
                String title,
                @Nullable Period period,
                Instant startsAt,
                int minutes,
                String place,
                @Nullable PersonId chair) {
            this(kind, title, period, startsAt, minutes, place, chair, Way.NONE);
        }

        Instant endsAt() {
            return startsAt.plusSeconds(60L * minutes);
        }
    }

    /**
     * How people come to it and it came about.
     *
     * @param link where those who are not in the room join
     * @param proposalsUntil units may propose items until then
     * @param occurrence the day the rule of its series names, before it was moved for holidays
     */
    record Way(
            @Nullable String link,
            @Nullable Instant proposalsUntil,
            @Nullable LocalDate occurrence) {

        static final Way NONE = new Way(null, null, null);
    }

    LocalDate day() {
        return LocalDate.ofInstant(plan.startsAt, Zone.ID);
    }

    MeetingLine line() {
        return new MeetingLine(
                id,
                plan.title,
                plan.kind,
                unit,
                plan.period,
                plan.startsAt,
                plan.minutes,
                plan.place,
                state,
                plan.way.link);
    }

    Meeting planned(Plan next) {
        demandOpen();
        return new Meeting(id, series, unit, next, state, openedAt, endedAt, closedAt, version);
    }

    Meeting announced() {
        demand(state == MeetingState.DRAFT);
        return new Meeting(id, series, unit, plan, MeetingState.PLANNED, null, null, null, version);
    }

    Meeting opened(Instant at) {
        demandAhead();
        return new Meeting(id, series, unit, plan, MeetingState.RUNNING, at, null, null, version);
    }

    Meeting closed(Instant at) {
        demand(state == MeetingState.RUNNING);
        return new Meeting(id, series, unit, plan, MeetingState.CLOSED, openedAt, at, at, version);
    }

    Meeting cancelled() {
        demandAhead();
        return new Meeting(id, series, unit, plan, MeetingState.CANCELLED, null, null, null, version);
    }

    void demandRunning() {
        demand(state == MeetingState.RUNNING);
    }

    boolean ahead() {
        return state == MeetingState.DRAFT || state == MeetingState.PLANNED;
    }

    void demandAhead() {
        demand(ahead());
    }

    void demandOpen() {
        demand(ahead() || state == MeetingState.RUNNING);
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
