package org.giaoban.readers;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** One thing that is asked of readers or promised to them, and within which limits the office may set it. */
enum ReaderRule {
    TURNS_COMMENT("turns.comment", "3", 1, 1_000),
    TURNS_QUESTION("turns.question", "5", 1, 1_000),
    TURNS_REPORT("turns.report", "3", 1, 1_000),
    TURNS_VOTE("turns.vote", "20", 1, 1_000),
    TURNS_SUBSCRIBE("turns.subscribe", "3", 1, 1_000),
    STEPS("steps", "40000", 1_000, 1_000_000),
    MOST_WAITING("most-waiting", "2000", 10, 100_000),
    KEEP_REFUSED("keep-days.refused", "30", 1, 3_650),
    KEEP_REPORT("keep-days.report", "90", 1, 3_650),
    KEEP_UNCONFIRMED("keep-days.unconfirmed", "7", 1, 60),
    KEEP_MAIL("keep-days.mail", "30", 1, 3_650),
    LETTER_DAILY("newsletter.daily", "17:00", Type.TIME),
    LETTER_WEEKLY_DAY("newsletter.weekly-day", "FRIDAY", Type.WEEKDAY),
    LETTER_WEEKLY("newsletter.weekly", "16:00", Type.TIME);

    /** What a value looks like. */
    enum Type {
        NUMBER,
        TIME,
        WEEKDAY
    }

    private final String path;
    private final String otherwise;
    private final Type type;
    private final int least;
    private final int most;

    ReaderRule(String path, String otherwise, int least, int most) {
        this.path = path;
        this.otherwise = otherwise;
        this.type = Type.NUMBER;
        this.least = least;
        this.most = most;
    }

    ReaderRule(String path, String otherwise, Type type) {
        this.path = path;
        this.otherwise = otherwise;
        this.type = type;
        this.least = 0;
        this.most = 0;
    }

    static ReaderRule at(String path) {
        return Arrays.stream(values())
                .filter(rule -> rule.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    String path() {
        return path;
    }

    /** What holds where a set says nothing of it. */
    String otherwise() {
        return otherwise;
    }

    public Type type() {
        return type;
    }

    public String field() {
        return path.replace('.', '-');
    }

    public String label() {
        return Texts.text("readers.rule." + field());
    }

    public @Nullable String help() {
        return type == Type.NUMBER
                ? Texts.text("readers.rule.between", Formats.number(least), Formats.number(most))
                : null;
    }

    /** As it is shown. */
    public String shown(String value) {
        return switch (type) {
            case NUMBER -> Formats.number(Long.parseLong(value));
            case TIME -> value;
            case WEEKDAY -> Objects.requireNonNull(days().get(value));
        };
    }

    static Map<String, String> days() {
        var days = new LinkedHashMap<String, String>();
        for (var day : DayOfWeek.values()) {
            days.put(day.name(), day.getDisplayName(TextStyle.FULL, LocaleContextHolder.getLocale()));
        }
        return days;
    }

    /** The value as it is kept; null when what was typed is none. */
    @Nullable
    String read(String typed) {
        var text = typed.strip();
        return switch (type) {
            case NUMBER -> number(text.replace(".", ""));
            case TIME -> time(text);
            case WEEKDAY ->
                Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().equals(text)) ? text : null;
        };
    }

    private @Nullable String number(String text) {
        if (!text.matches("\\d{1,7}")) {
            return null;
        }
        var number = Integer.parseInt(text);
        return number < least || number > most ? null : String.valueOf(number);
    }

    private static @Nullable String time(String text) {
        try {
            return LocalTime.parse(text).format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    public String wrong() {
        return type == Type.NUMBER
                ? Texts.text("readers.rule.number-wrong", Formats.number(least), Formats.number(most))
                : Texts.text("readers.rule.time-wrong");
    }
}
