package org.giaoban.readers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/** What is asked of readers from a day on: how often, how long it is kept, when letters are written. */
record ReaderRules(LocalDate from, Map<?, ?> turns, Map<?, ?> keepDays, Map<?, ?> newsletter, Size size) {

    /** How much work a browser does before it may send, and how much may wait. */
    record Size(int steps, int mostWaiting) {}

    static ReaderRules of(Map<?, ?> set) {
        return new ReaderRules(
                LocalDate.parse(String.valueOf(set.get("from"))),
                group(set, "turns"),
                group(set, "keep-days"),
                group(set, "newsletter"),
                new Size(number(set, "steps"), number(set, "most-waiting")));
    }

    private static Map<?, ?> group(Map<?, ?> set, String name) {
        return set.get(name) instanceof Map<?, ?> found ? found : Map.of();
    }

    private static int number(Map<?, ?> set, String name) {
        return Integer.parseInt(String.valueOf(set.get(name)));
    }

    int turns(String kind) {
        return number(turns, kind);
    }

    int keepDays(String kind) {
        return number(keepDays, kind);
    }

    /** The time of day at which the letters of that pace are written. */
    LocalTime hour(Pace pace) {
        return LocalTime.parse(String.valueOf(newsletter.get(pace == Pace.DAILY ? "daily" : "weekly")));
    }

    DayOfWeek weeklyDay() {
        return DayOfWeek.valueOf(String.valueOf(newsletter.get("weekly-day")));
    }
}
