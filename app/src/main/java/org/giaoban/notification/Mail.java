package org.giaoban.notification;

import org.giaoban.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, who gets it where they have an account with an address and a mail server is set.
 *
 * @param onceKey names the mail: whoever got it once does not get it again
 */
public record Mail(
        PersonId to, String subject, String body, @Nullable Calendar calendar, String onceKey) {

    /** What calendars of mail programs understand. */
    public record Calendar(Method method, String text) {}

    /** What the calendar is to do with it. */
    public enum Method {
        REQUEST,
        CANCEL
    }
}
