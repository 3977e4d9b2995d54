package org.giaoban.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A calendar as calendar programs read it (RFC 5545), written line by line. */
public final class CalendarLines {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** No line is longer than so many octets; the rest goes on after a space. */
    private static final int LONGEST = 75;

    private final StringBuilder text = new StringBuilder();

    public CalendarLines() {
        List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Giao Ban//VI", "CALSCALE:GREGORIAN")
                .forEach(this::line);
    }

    /** A line as it is. */
    public CalendarLines line(String content) {
        var octets = 0;
        for (var point : content.codePoints().toArray()) {
            var letter = Character.toString(point);
            var size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
        }
        text.append("\r\n");
        return this;
    }

    /** A property whose value somebody typed. */
    public CalendarLines words(String name, String value) {
        var escaped = value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
        return line(name + ":" + escaped);
    }

    public CalendarLines day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE:" + DAY.format(day));
    }

    /** A moment in the organisation's own time; {@link #zone} must have been said. */
    public CalendarLines local(String name, LocalDateTime at) {
        return line(name + ";TZID=" + Zone.ID + ":" + MOMENT.format(at));
    }

    public CalendarLines local(String name, Instant at) {
        return local(name, LocalDateTime.ofInstant(at, Zone.ID));
    }

    /** A moment in the time of the world. */
    public CalendarLines moment(String name, Instant at) {
        return line(name + ":" + MOMENT.format(at.atZone(ZoneOffset.UTC)) + "Z");
    }

    /** What the organisation's own time is; the country has kept one time since then. */
    public CalendarLines zone() {
        List.of(
                        "BEGIN:VTIMEZONE",
                        "TZID:" + Zone.ID,
                        "BEGIN:STANDARD",
                        "DTSTART:19750613T000000",
                        "TZOFFSETFROM:+0800",
                        "TZOFFSETTO:+0700",
                        "TZNAME:+07",
                        "END:STANDARD",
                        "END:VTIMEZONE")
                .forEach(this::line);
        return this;
    }

    /** The whole calendar, with its last line. */
    public String ended() {
        return text + "END:VCALENDAR\r\n";
    }
}
