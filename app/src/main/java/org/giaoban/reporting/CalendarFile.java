package org.giaoban.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.giaoban.organization.Unit;
import org.giaoban.platform.CalendarLines;
import org.giaoban.platform.Texts;
import org.giaoban.reporting.DueCalendar.Due;

/** What falls due as an .ics file: one whole-day entry per form and period, the same one each time it is taken. */
final class CalendarFile {

    private CalendarFile() {}

    static byte[] of(Unit unit, List<Due> dues, Instant now) {
        var lines = new CalendarLines().words("X-WR-CALNAME", Texts.text("reporting.calendar.file-title", unit.name()));
        dues.forEach(due -> event(lines, unit, due, now));
        return lines.ended().getBytes(StandardCharsets.UTF_8);
    }

    private static void event(CalendarLines lines, Unit unit, Due due, Instant now) {
        var name = Texts.text("reporting.calendar.entry", due.form().name().text(), PeriodName.of(due.period()));
        lines.line("BEGIN:VEVENT")
                .line("UID:" + unit.code() + "-" + due.form().code() + "-"
                        + due.period().code() + "@giaoban")
                .moment("DTSTAMP", now)
                .day("DTSTART", due.day())
                .day("DTEND", due.day().plusDays(1))
                .words("SUMMARY", name)
                .line("TRANSP:TRANSPARENT")
                .line("END:VEVENT");
    }
}
