package org.giaoban.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail to an address outside, whose owner asked for it.
 *
 * @param unsubscribe the address that stops such mails when a mail program calls it; null where there is nothing to stop
 * @param onceKey names the mail: an address that got it once does not get it again
 */
public record OutsideMail(
        String address,
        String subject,
        String body,
        @Nullable String unsubscribe,
        String onceKey) {}
