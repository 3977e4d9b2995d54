package org.giaoban.notification;

import java.util.Locale;

/** How far the mail of a list of reminders has got. */
enum MailState {
    NONE,
    WAITING,
    SENDING,
    SENT,
    FAILED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
