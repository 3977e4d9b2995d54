package org.giaoban.meetings;

import java.util.Locale;
import org.giaoban.platform.Texts;

/** How the rule of a series is put into words. */
final class SeriesWords {

    private SeriesWords() {}

    /** As in "first working day of the month, every month, 07:30; moved to the next working day". */
    static String rule(Recurrence recurrence) {
        var rule = recurrence.rule();
        var day = switch (rule.pattern()) {
            case DAY -> day("meetings.series.day", "meetings.series.day-from-end", rule.number());
            case WORKING_DAY ->
                day("meetings.series.working-day", "meetings.series.working-day-from-end", rule.number());
            case WEEKDAY ->
                Texts.text(
                        rule.number() > 0 ? "meetings.series.nth-weekday" : "meetings.series.last-weekday",
                        Texts.text("meetings.series.weekday." + rule.weekday()),
                        rule.number());
        };
        return Texts.text(
                "meetings.series.rule",
                day,
                Texts.text("meetings.series.every." + rule.everyMonths()),
                recurrence.setting().starts().toString(),
                Texts.text("meetings.series.shift." + recurrence.shift().name().toLowerCase(Locale.ROOT)));
    }

    private static String day(String key, String fromEnd, int number) {
        return number > 0 ? Texts.text(key, number) : Texts.text(fromEnd, -number);
    }
}
