package org.giaoban.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person owes on a day, for that day's list.
 *
 * @param textKey the sentence to show, in the reader's language
 * @param args as of a {@link Notice}
 * @param href where it can be done
 * @param dueOn null where somebody waits for a word of theirs
 */
public record Reminder(
        Recipient to,
        String textKey,
        List<String> args,
        String href,
        @Nullable LocalDate dueOn) {

    /** The day it is sorted by: what has no date waits for somebody's word now. */
    LocalDate day(LocalDate today) {
        return dueOn == null ? today : dueOn;
    }

    boolean urgent(LocalDate until) {
        return dueOn == null || !dueOn.isAfter(until);
    }
}
