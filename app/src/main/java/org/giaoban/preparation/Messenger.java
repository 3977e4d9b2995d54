package org.giaoban.preparation;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.Meetings;
import org.giaoban.meetings.Reach;
import org.giaoban.notification.Mail;
import org.giaoban.notification.Mails;
import org.giaoban.notification.Notice;
import org.giaoban.notification.Notices;
import org.giaoban.people.People;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Component;

/** Brings a notice to people: into the inbox, and by mail with the calendar file. */
@Component
class Messenger {

    private final Notices notices;
    private final Mails mails;
    private final Meetings meetings;
    private final People people;
    private final Clock clock;

    Messenger(Notices notices, Mails mails, Meetings meetings, People people, Clock clock) {
        this.notices = notices;
        this.mails = mails;
        this.meetings = meetings;
        this.people = people;
        this.clock = clock;
    }

    static String key(Invitation invitation) {
        return "meeting-notice:" + invitation.meeting().value() + ":" + invitation.sequence();
    }

    void send(Invitation invitation, Invitation.Kind kind, String words, Collection<PersonId> persons) {
        var args = List.of(
                invitation.title(), Formats.dateTime(invitation.startsAt()), invitation.where(), words(kind, words));
        notices.sendAll(persons.stream()
                .map(person -> Notice.to(
                        person, textKey(kind), args, invitation.meeting().href(), invitation.unit(), key(invitation)))
                .toList());
        var names = people.names(persons);
        var calendar = calendar(invitation);
        var body = body(invitation, kind, words);
        mails.sendAll(persons.stream()
                .map(person -> new Mail(
                        person,
                        say("preparation.mail.subject." + code(kind), invitation.title()),
                        say("preparation.mail.greeting", names.getOrDefault(person, "")) + "\n\n" + body,
                        new Mail.Calendar(
                                invitation.cancelled() ? Mail.Method.CANCEL : Mail.Method.REQUEST, calendar.text()),
                        key(invitation)))
                .toList());
    }

    private static String textKey(Invitation.Kind kind) {
        return switch (kind) {
            case INVITE -> "preparation.notice.invite";
            case UPDATE -> "preparation.notice.update";
            case CANCEL -> "preparation.notice.cancel";
        };
    }

    CalendarFile calendar(Invitation invitation) {
        var unit = meetings.report(invitation.meeting()).unitName();
        return new CalendarFile(invitation, unit, mails.sender(), mails.site(), clock.instant());
    }

    /** The changes as sentences, or the reason as it is. */
    static String words(Invitation.Kind kind, String words) {
        return kind != Invitation.Kind.UPDATE
                ? words
                : Invitation.Change.read(words).stream()
                        .map(change -> say("preparation.change." + change.what(), change.before(), change.after()))
                        .collect(Collectors.joining("; "));
    }

    private String body(Invitation invitation, Invitation.Kind kind, String words) {
        var body = new StringBuilder();
        body.append(say("preparation.mail.lead." + code(kind), invitation.title()))
                .append('\n');
        if (!words.isBlank()) {
            body.append(words(kind, words)).append('\n');
        }
        body.append('\n')
                .append(say("preparation.mail.when", Formats.dateTime(invitation.startsAt())))
                .append('\n');
        body.append(say("preparation.mail.where", invitation.where())).append('\n');
        if (!invitation.cancelled()) {
            body.append('\n').append(say("preparation.mail.agenda")).append('\n');
            meetings.agenda(invitation.meeting()).stream()
                    .filter(item -> item.reach() != Reach.RESTRICTED)
                    .map(Messenger::line)
                    .forEach(line -> body.append(line).append('\n'));
        }
        return body.append('\n')
                .append(mails.site())
                .append(invitation.meeting().href())
                .append('\n')
                .toString();
    }

    private static String line(AgendaItem item) {
        return say("preparation.mail.item", item.position(), item.title(), item.minutes());
    }

    private static String code(Invitation.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String say(String key, Object... args) {
        return Texts.text(Texts.VIETNAMESE, key, args);
    }
}
