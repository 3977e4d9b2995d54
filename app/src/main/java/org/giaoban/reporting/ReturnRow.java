package org.giaoban.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;

/** One unit's return for one period as it stands: the facts its state follows from. */
record ReturnRow(
        ReturnId id,
        UnitId unit,
        String form,
        String period,
        LocalDate dueOn,
        ReturnState state,
        int version,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant submittedAt,
        @Nullable AccountId submitter,
        @Nullable Instant decidedAt,
        @Nullable AccountId decider,
        @Nullable String comment) {

    /** A return that nobody has begun. */
    static ReturnRow fresh(ReturnId id, ReturnKey key) {
        return new ReturnRow(
                id,
                key.unit().id(),
                key.form().code(),
                key.period().code(),
                key.dueOn(),
                ReturnState.DRAFT,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whole days after the due date: to the day it was first sent, or to today while it was not. */
    static int daysLate(LocalDate dueOn, @Nullable Instant firstSubmittedAt, LocalDate today) {
        var day = firstSubmittedAt == null ? today : LocalDate.ofInstant(firstSubmittedAt, Zone.ID);
        return (int) Math.max(0, ChronoUnit.DAYS.between(dueOn, day));
    }

    ReturnRow submitted(Instant now, AccountId by) {
        var first = firstSubmittedAt == null ? now : firstSubmittedAt;
        return new ReturnRow(
                id, unit, form, period, dueOn, ReturnState.SUBMITTED, version, first, now, by, null, null, null);
    }

    ReturnRow accepted(Instant now, AccountId by) {
        if (state != ReturnState.SUBMITTED) {
            throw new Refused("reporting.refused.not-submitted");
        }
        return decided(ReturnState.ACCEPTED, now, by, null);
    }

    ReturnRow givenBack(Instant now, AccountId by, String why) {
        if (state != ReturnState.SUBMITTED) {
            throw new Refused("reporting.refused.not-submitted");
        }
        return decided(ReturnState.RETURNED, now, by, why);
    }

    /** The row when this version is the newest: nobody decides on one that he has not seen. */
    ReturnRow shown(int seen) {
        if (version != seen) {
            throw new Refused("reporting.refused.stale", version);
        }
        return this;
    }

    /** Open again for changes: the office may open an accepted one, the unit its own while nobody has accepted it. */
    ReturnRow reopened() {
        if (!state.received()) {
            throw new Refused("reporting.refused.open-already");
        }
        return new ReturnRow(
                id,
                unit,
                form,
                period,
                dueOn,
                ReturnState.DRAFT,
                version,
                firstSubmittedAt,
                submittedAt,
                submitter,
                null,
                null,
                null);
    }

    ReturnRow withVersion(int newer) {
        return new ReturnRow(
                id,
                unit,
                form,
                period,
                dueOn,
                state,
                newer,
                firstSubmittedAt,
                submittedAt,
                submitter,
                decidedAt,
                decider,
                comment);
    }

    private ReturnRow decided(ReturnState then, Instant now, AccountId by, @Nullable String why) {
        return new ReturnRow(
                id, unit, form, period, dueOn, then, version, firstSubmittedAt, submittedAt, submitter, now, by, why);
    }
}
