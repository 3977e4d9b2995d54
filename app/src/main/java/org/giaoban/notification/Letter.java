package org.giaoban.notification;

import java.util.List;
import java.util.Locale;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** Somebody's list of reminders on its way to their mailbox. */
record Letter(DigestKey key, String address, String name, List<DigestEntry> entries) {

    private String subject(Locale language) {
        return Texts.text(
                language, "notification.mail.subject", Integer.toString(entries.size()), Formats.date(key.day()));
    }

    private String body(Locale language, String site) {
        var body = new StringBuilder(Texts.text(language, "notification.mail.greeting", name)).append("\n\n");
        for (var entry : entries) {
            var due = entry.dueOn();
            var line = due == null
                    ? Texts.text(language, "notification.mail.line-waiting", entry.text(language))
                    : Texts.text(language, "notification.mail.line", entry.text(language), Formats.date(due));
            body.append(line)
                    .append('\n')
                    .append("  ")
                    .append(site)
                    .append(entry.href())
                    .append("\n\n");
        }
        return body.append(Texts.text(language, "notification.mail.closing"))
                .append('\n')
                .toString();
    }

    Parcel<DigestKey> parcel(Locale language, String site) {
        var id = "<reminders." + key.day() + "." + key.account() + "@giaoban>";
        return new Parcel<>(key, id, address, subject(language), body(language, site), null, null);
    }
}
