package org.giaoban.meetings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.meetings.MeetingReport.Attendance;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;

/** How meetings are put into words. */
public final class MeetingWords {

    private MeetingWords() {}

    /** A state as others show it, too. */
    public static String state(MeetingState state) {
        return Texts.text("meetings.state." + code(state));
    }

    public static String tone(MeetingState state) {
        return switch (state) {
            case DRAFT -> "neutral";
            case PLANNED -> "info";
            case RUNNING -> "waiting";
            case CLOSED -> "done";
            case CANCELLED -> "neutral";
        };
    }

    static String kind(OutcomeKind kind) {
        return Texts.text("meetings.kind." + code(kind));
    }

    static String tone(OutcomeKind kind) {
        return switch (kind) {
            case DRAFT -> "waiting";
            case DECISION -> "done";
            case INFORMATION, TASK -> "info";
        };
    }

    public static String kind(ItemKind kind) {
        return Texts.text("meetings.item." + code(kind));
    }

    public static String reach(Reach reach) {
        return Texts.text("meetings.reach." + code(reach));
    }

    /** The kinds of items by their codes. */
    public static Map<String, String> itemKinds() {
        return words(ItemKind.values(), MeetingWords::kind);
    }

    public static Map<String, String> reaches() {
        return words(Reach.values(), MeetingWords::reach);
    }

    private static <E extends Enum<E>> Map<String, String> words(E[] all, Function<E, String> word) {
        var words = new LinkedHashMap<String, String>();
        Stream.of(all).forEach(one -> words.put(one.name(), word.apply(one)));
        return words;
    }

    static String presence(Presence presence) {
        return Texts.text("meetings.presence." + code(presence));
    }

    static String tone(Presence presence) {
        return switch (presence) {
            case PRESENT -> "done";
            case ONLINE -> "info";
            case EXCUSED -> "waiting";
            case ABSENT -> "late";
        };
    }

    /** "19/23 present · 82,6 %": those in the room and those on line, over those invited. */
    static String share(Attendance attendance) {
        if (attendance.invited() == 0) {
            return "";
        }
        var share = java.math.BigDecimal.valueOf(attendance.taking() * 100L)
                .divide(java.math.BigDecimal.valueOf(attendance.invited()), 1, java.math.RoundingMode.HALF_UP);
        return Texts.text("meetings.roll.share", attendance.taking(), attendance.invited(), Formats.percent(share, 1));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
