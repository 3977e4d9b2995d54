package org.giaoban.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;

/** A piece of work a unit owes. Confirmed and cancelled are final; the first due date never changes. */
record Task(UUID id, @Nullable UUID parent, boolean several, String title, Duty duty, Terms terms, Progress progress) {

    /** Who answers to whom. */
    record Duty(
            @Nullable UnitId unit,
            @Nullable PersonId person,
            @Nullable String post,
            UnitId giver) {}

    /** How far it is. */
    record Progress(
            TaskState state,
            @Nullable Integer percent,
            @Nullable String lastWord,
            Instant givenAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant reportedAt,
            @Nullable Instant closedAt) {

        static Progress given(Instant at) {
            return new Progress(TaskState.GIVEN, null, null, at, null, null, null);
        }
    }

    TaskState state() {
        return progress.state;
    }

    /** The row that is locked before anything about this order changes. */
    UUID root() {
        return parent == null ? id : parent;
    }

    Task ofSeveral() {
        return new Task(id, parent, true, title, duty, terms, progress);
    }

    Task after(Deed deed) {
        return switch (deed.act()) {
            case ACCEPT -> accepted(deed.at());
            case PROGRESS -> advanced(deed.at(), deed.percent(), deed.text());
            case REPORT -> reported(deed.at(), deed.text());
            case CONFIRM -> confirmed(deed.at());
            case RETURN -> returned(deed.text());
            case EXTEND, PROLONG -> extended(deed.date());
            case CANCEL -> cancelled(deed.at());
            case ASSIGN, REFUSE_EXTENSION, HAND_OVER -> this;
            case ASK_EXTENSION, REASSIGN, REMIND, ESCALATE -> demanded(state().owed());
            case NOTE -> this;
        };
    }

    private Task demanded(boolean allowed) {
        demand(allowed);
        return this;
    }

    Task of(PersonId person) {
        return new Task(
                id, parent, several, title, new Duty(duty.unit, person, duty.post, duty.giver), terms, progress);
    }

    Task accepted(Instant at) {
        demand(state() == TaskState.GIVEN);
        return with(new Progress(
                TaskState.ACCEPTED, progress.percent, progress.lastWord, progress.givenAt, at, null, null));
    }

    Task advanced(Instant at, @Nullable Integer percent, @Nullable String word) {
        demand(state().owed());
        var begun = progress.acceptedAt == null ? at : progress.acceptedAt;
        var now = percent == null ? progress.percent : percent;
        return with(new Progress(TaskState.ACCEPTED, now, word(word), progress.givenAt, begun, null, null));
    }

    Task reported(Instant at, @Nullable String word) {
        demand(state().owed());
        var begun = progress.acceptedAt == null ? at : progress.acceptedAt;
        return with(new Progress(TaskState.REPORTED, 100, word(word), progress.givenAt, begun, at, null));
    }

    Task confirmed(Instant at) {
        demand(state() == TaskState.REPORTED);
        return with(closed(TaskState.CONFIRMED, at));
    }

    /** The giver sends the work back: the report no longer counts as the day of finishing. */
    Task returned(@Nullable String reason) {
        demand(state() == TaskState.REPORTED);
        return with(new Progress(
                TaskState.RETURNED, progress.percent, word(reason), progress.givenAt, progress.acceptedAt, null, null));
    }

    Task cancelled(Instant at) {
        demand(!state().closed());
        return with(closed(TaskState.CANCELLED, at));
    }

    Task extended(@Nullable LocalDate until) {
        demand(state().owed());
        return new Task(id, parent, several, title, duty, terms.extended(until), progress);
    }

    private Progress closed(TaskState state, Instant at) {
        return new Progress(
                state,
                progress.percent,
                progress.lastWord,
                progress.givenAt,
                progress.acceptedAt,
                progress.reportedAt,
                at);
    }

    private @Nullable String word(@Nullable String word) {
        return word == null ? progress.lastWord : word;
    }

    private Task with(Progress next) {
        return new Task(id, parent, several, title, duty, terms, next);
    }

    private void demand(boolean allowed) {
        if (several) {
            throw new Refused("tasks.refused.parent", title);
        }
        if (!allowed) {
            throw new Refused("tasks.refused.state", title, TaskWords.state(state()));
        }
    }
}
