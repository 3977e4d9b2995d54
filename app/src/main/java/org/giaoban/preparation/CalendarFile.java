package org.giaoban.preparation;

import java.time.Instant;
import org.giaoban.platform.CalendarLines;

/** An invitation as calendars read it: one event whose identity stays, whose sequence grows. */
record CalendarFile(Invitation invitation, String organizer, String sender, String site, Instant at) {

    String method() {
        return invitation.cancelled() ? "CANCEL" : "REQUEST";
    }

    String text() {
        var page = site + invitation.meeting().href();
        var link = invitation.link();
        return new CalendarLines()
                .line("METHOD:" + method())
                .zone()
                .line("BEGIN:VEVENT")
                .line("UID:" + invitation.meeting().value() + "@giaoban")
                .line("SEQUENCE:" + invitation.sequence())
                .moment("DTSTAMP", at)
                .local("DTSTART", invitation.startsAt())
                .local("DTEND", invitation.endsAt())
                .words("SUMMARY", invitation.title())
                .words("LOCATION", invitation.where())
                .line("ORGANIZER;CN=\"" + organizer.replaceAll("[\"\\p{Cntrl}]", "") + "\":mailto:" + sender)
                .line("URL:" + page)
                .line("STATUS:" + (invitation.cancelled() ? "CANCELLED" : "CONFIRMED"))
                .words("DESCRIPTION", link == null ? page : link + "\n" + page)
                .line("END:VEVENT")
                .ended();
    }
}
