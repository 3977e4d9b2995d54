package org.giaoban.preparation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.giaoban.platform.Zone;

/** An invitation as calendars read it (RFC 5545): one event whose identity stays, whose sequence grows. */
record CalendarFile(Invitation invitation, String organizer, String sender, String site, Instant at) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int LONGEST = 75;

    String method() {
        return invitation.cancelled() ? "CANCEL" : "REQUEST";
    }

    String text() {
        var lines = new ArrayList<String>(List.of(
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Giao Ban//VI",
                "CALSCALE:GREGORIAN",
                "METHOD:" + method(),
                "BEGIN:VTIMEZONE",
                "TZID:" + Zone.ID,
                "BEGIN:STANDARD",
                // the country has kept one time since then
                "DTSTART:19750613T000000",
                "TZOFFSETFROM:+0800",
                "TZOFFSETTO:+0700",
                "TZNAME:+07",
                "END:STANDARD",
                "END:VTIMEZONE"));
        lines.addAll(event());
        lines.add("END:VCALENDAR");
        var text = new StringBuilder();
        lines.forEach(line -> text.append(folded(line)).append("\r\n"));
        return text.toString();
    }

    private List<String> event() {
        var page = site + invitation.meeting().href();
        var event = new ArrayList<String>(List.of(
                "BEGIN:VEVENT",
                "UID:" + invitation.meeting().value() + "@giaoban",
                "SEQUENCE:" + invitation.sequence(),
                "DTSTAMP:" + LOCAL.format(at.atZone(ZoneOffset.UTC)) + "Z",
                "DTSTART;TZID=" + Zone.ID + ":" + local(invitation.startsAt()),
                "DTEND;TZID=" + Zone.ID + ":" + local(invitation.endsAt()),
                "SUMMARY:" + escaped(invitation.title()),
                "LOCATION:" + escaped(invitation.where()),
                "ORGANIZER;CN=\"" + organizer.replaceAll("[\"\\p{Cntrl}]", "") + "\":mailto:" + sender,
                "URL:" + page,
                "STATUS:" + (invitation.cancelled() ? "CANCELLED" : "CONFIRMED")));
        var link = invitation.link();
        event.add("DESCRIPTION:" + escaped(link == null ? page : link + "\n" + page));
        event.add("END:VEVENT");
        return event;
    }

    private static String local(Instant moment) {
        return LOCAL.format(moment.atZone(Zone.ID));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** No line is longer than 75 octets, and no letter is cut in two. */
    private static String folded(String line) {
        var text = new StringBuilder();
        var octets = 0;
        for (var point : line.codePoints().toArray()) {
            var letter = Character.toString(point);
            var size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
        }
        return text.toString();
    }
}
