package org.giaoban.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.DueCalendar.Due;

/** What falls due as an .ics file: one whole-day entry per form and period, the same one each time it is taken. */
final class CalendarFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** RFC 5545: no line is longer than 75 bytes; the rest goes on after a space. */
    private static final int LONGEST = 75;

    private CalendarFile() {}

    static byte[] of(Unit unit, List<Due> dues, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Giao Ban//Returns//VI");
        line(text, "X-WR-CALNAME:" + escaped(Texts.text("reporting.calendar.file-title", unit.name())));
        dues.forEach(due -> event(text, unit, due, now));
        line(text, "END:VCALENDAR");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void event(StringBuilder text, Unit unit, Due due, Instant now) {
        var name = Texts.text("reporting.calendar.entry", due.form().name().text(), PeriodName.of(due.period()));
        line(text, "BEGIN:VEVENT");
        line(
                text,
                "UID:" + unit.code() + "-" + due.form().code() + "-"
                        + due.period().code() + "@giaoban");
        line(text, "DTSTAMP:" + STAMP.format(now));
        line(text, "DTSTART;VALUE=DATE:" + day(due.day()));
        line(text, "DTEND;VALUE=DATE:" + day(due.day().plusDays(1)));
        line(text, "SUMMARY:" + escaped(name));
        line(text, "TRANSP:TRANSPARENT");
        line(text, "END:VEVENT");
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private static void line(StringBuilder text, String content) {
        var bytes = 0;
        for (var i = 0; i < content.length(); ) {
            var letter = content.codePointAt(i);
            var written = Character.toString(letter);
            var size = written.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(written);
            bytes += size;
            i += Character.charCount(letter);
        }
        text.append("\r\n");
    }
}
