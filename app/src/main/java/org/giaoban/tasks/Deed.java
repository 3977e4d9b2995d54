package org.giaoban.tasks;

import java.time.Instant;
import java.time.LocalDate;
import org.giaoban.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** One step of a task's life: who did what, when, in which words. */
public record Deed(
        Act act,
        Instant at,
        Viewer by,
        @Nullable String text,
        @Nullable Integer percent,
        @Nullable LocalDate date) {

    /** What can be done to a task. */
    public enum Act {
        ASSIGN,
        ACCEPT,
        PROGRESS,
        REPORT,
        CONFIRM,
        RETURN,
        ASK_EXTENSION,
        EXTEND,
        REFUSE_EXTENSION,
        CANCEL,
        HAND_OVER,
        NOTE,
        PROLONG,
        REASSIGN,
        REMIND,
        ESCALATE;

        /** The act as texts and the audit log name it. */
        public String code() {
            return "tasks-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public static Deed of(Act act, Instant at, Viewer by, @Nullable String text) {
        return new Deed(act, at, by, text, null, null);
    }
}
