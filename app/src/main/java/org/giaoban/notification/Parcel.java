package org.giaoban.notification;

import org.jspecify.annotations.Nullable;

/**
 * A mail as the post carries it.
 *
 * @param key by which its outbox knows it
 * @param unsubscribe the address by which a mail program stops such mails with one click
 * @param messageId the same for every try, so that a mailbox can tell a repetition
 */
record Parcel<K>(
        K key,
        String messageId,
        String address,
        String subject,
        String body,
        Mail.@Nullable Calendar calendar,
        @Nullable String unsubscribe) {}
