package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** One act for many chosen tasks, as typed. */
record Bulk(
        What what,
        List<UUID> tasks,
        @Nullable LocalDate until,
        @Nullable PersonId person,
        @Nullable String reason) {

    /** So many rows are chosen at most; whoever chooses more is told. */
    static final int MOST = 100;

    /** So many parts of units at most: an order to several units counts with each of them. */
    static final int MOST_PARTS = 300;

    /** What can be done to many tasks at once. */
    enum What {
        CONFIRM,
        EXTEND,
        HAND_OVER,
        REMIND,
        CLOSE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The field without which nothing can be decided; null when all is said. */
    @Nullable
    String missing() {
        return switch (what) {
            case EXTEND -> until == null ? "until" : reason == null ? "reason" : null;
            case HAND_OVER -> person == null ? "person" : null;
            case CLOSE -> reason == null ? "reason" : null;
            case CONFIRM, REMIND -> null;
        };
    }

    boolean asksDate() {
        return what == What.EXTEND;
    }

    boolean asksPerson() {
        return what == What.HAND_OVER;
    }

    boolean asksReason() {
        return what == What.EXTEND || what == What.CLOSE;
    }

    /** Where a list leads back to: only to lists of tasks. */
    static String back(String asked) {
        return asked.matches("/tasks(/board|/calendar|/timeline)?\\?[\\w=&%.+-]*") ? asked : "/tasks?view=unit";
    }
}
