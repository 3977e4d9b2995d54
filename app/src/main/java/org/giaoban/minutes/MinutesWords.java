package org.giaoban.minutes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.giaoban.meetings.Attendee;
import org.giaoban.minutes.RemarkRepository.Role;
import org.giaoban.platform.Texts;

/** How minutes are put into words on screen. */
final class MinutesWords {

    private MinutesWords() {}

    static String state(Minutes minutes) {
        return Texts.text("minutes.state." + code(minutes.state()));
    }

    static String tone(MinutesState state) {
        return switch (state) {
            case DRAFT, READ_OUT -> "waiting";
            case ADOPTED -> "info";
            case LOCKED -> "done";
        };
    }

    static String role(Role role) {
        return Texts.text("minutes.role." + code(role));
    }

    static String presence(Attendee one) {
        var presence = one.presence();
        if (presence == null) {
            return "";
        }
        var word = Texts.text("minutes.presence." + code(presence));
        return one.reason() == null ? word : word + ": " + one.reason();
    }

    /** How long remarks are taken. */
    static Map<String, String> hours() {
        var hours = new LinkedHashMap<String, String>();
        List.of(0, 24, 48, 72)
                .forEach(one -> hours.put(
                        String.valueOf(one),
                        one == 0 ? Texts.text("minutes.hours.now") : Texts.text("minutes.hours.count", one)));
        return hours;
    }

    static Map<String, String> sections(List<Section> sections) {
        var headings = new LinkedHashMap<String, String>();
        sections.forEach(one -> headings.put(String.valueOf(one.position()), one.position() + ". " + one.heading()));
        return headings;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
