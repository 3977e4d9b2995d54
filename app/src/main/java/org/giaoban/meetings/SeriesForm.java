package org.giaoban.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.DateRange;
import org.giaoban.meetings.Recurrence.Pattern;
import org.giaoban.meetings.Recurrence.Shift;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** The rule of a series as typed. */
record SeriesForm(
        @Nullable String unit,
        @Nullable String kind,
        @Nullable String pattern,
        @Nullable String number,
        @Nullable String weekday,
        @Nullable String every,
        @Nullable String firstMonth,
        @Nullable String shift,
        @Nullable String starts,
        @Nullable String minutes,
        @Nullable String place,
        @Nullable String ahead,
        @Nullable String since,
        @Nullable String until,
        @Nullable String version) {

    static SeriesForm fresh(String unit, MeetingKind kind, LocalDate today) {
        return new SeriesForm(
                unit,
                kind.code(),
                Pattern.WORKING_DAY.name(),
                "1",
                "1",
                kind.period() == null || kind.periodOf(today) == null ? "1" : String.valueOf(months(kind, today)),
                "1",
                Shift.AFTER.name(),
                MeetingKind.MORNING.toString(),
                String.valueOf(kind.minutes()),
                "",
                "20",
                today.toString(),
                "",
                "0");
    }

    private static long months(MeetingKind kind, LocalDate day) {
        var period = kind.periodOf(day);
        return period == null ? 1 : period.from().until(period.until()).toTotalMonths();
    }

    static SeriesForm of(String unit, String kind, Recurrence known) {
        var rule = known.rule();
        var until = known.valid().until();
        return new SeriesForm(
                unit,
                kind,
                rule.pattern().name(),
                String.valueOf(rule.number()),
                rule.weekday() == null ? "1" : String.valueOf(rule.weekday()),
                String.valueOf(rule.everyMonths()),
                String.valueOf(rule.firstMonth()),
                known.shift().name(),
                known.setting().starts().toString(),
                String.valueOf(known.setting().minutes()),
                known.setting().place(),
                String.valueOf(known.setting().aheadDays()),
                known.valid().from().toString(),
                until == null ? "" : until.minusDays(1).toString(),
                String.valueOf(known.version()));
    }

    static String value(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    Map<String, String> errors() {
        var errors = new LinkedHashMap<String, String>();
        demand(errors, "number", number(number, -23, 31) != 0 && fits());
        demand(errors, "starts", value(starts).matches("([01]\\d|2[0-3]):[0-5]\\d(:00)?"));
        demand(errors, "minutes", number(minutes, 5, 1440) != 0);
        demand(errors, "place", !value(place).isEmpty() && value(place).length() <= 300);
        demand(errors, "ahead", number(ahead, 1, 120) != 0);
        demand(errors, "since", day(since).isPresent());
        demand(errors, "until", value(until).isEmpty() || ends());
        return errors;
    }

    private boolean fits() {
        return !Pattern.WEEKDAY.name().equals(pattern) || number(number, -1, 5) != 0;
    }

    private boolean ends() {
        return day(until).isPresent()
                && day(since)
                        .filter(from -> !from.isAfter(day(until).orElseThrow()))
                        .isPresent();
    }

    private static void demand(Map<String, String> errors, String field, boolean good) {
        if (!good) {
            errors.put(field, Texts.text("meetings.error.series." + field));
        }
    }

    /** The number when it lies within; 0, which never does, when not. */
    private static int number(@Nullable String text, int least, int most) {
        if (!value(text).matches("-?\\d{1,4}")) {
            return 0;
        }
        var number = Integer.parseInt(value(text));
        return number < least || number > most ? 0 : number;
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return Optional.of(LocalDate.parse(value(text)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    Recurrence recurrence() {
        var how = Pattern.valueOf(value(pattern));
        var rule = new Recurrence.Rule(
                how,
                number(number, -23, 31),
                how == Pattern.WEEKDAY ? Math.max(1, number(weekday, 1, 7)) : null,
                Math.max(1, number(every, 1, 12)),
                Math.max(1, number(firstMonth, 1, 12)));
        var setting = new Recurrence.Setting(
                LocalTime.parse(value(starts)), number(minutes, 5, 1440), value(place), number(ahead, 1, 120));
        var end = day(until).map(last -> last.plusDays(1)).orElse(null);
        return new Recurrence(
                rule,
                Shift.valueOf(value(shift)),
                setting,
                new DateRange(day(since).orElseThrow(), end),
                number(version, 0, 9999));
    }
}
