package org.giaoban.notification;

import java.time.LocalDate;
import java.util.List;

/**
 * Something a person owes on a day, for that day's list.
 *
 * @param textKey the sentence to show, in the reader's language
 * @param args as of a {@link Notice}
 * @param href where it can be done
 */
public record Reminder(Recipient to, String textKey, List<String> args, String href, LocalDate dueOn) {}
