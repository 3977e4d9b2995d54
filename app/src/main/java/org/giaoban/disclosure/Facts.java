package org.giaoban.disclosure;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What is said of something public: every field by its name, as it was typed. */
record Facts(Map<String, String> values) {

    static final Facts NONE = new Facts(Map.of());

    Facts {
        values = Map.copyOf(values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** In the visitor's language where it was given, else in Vietnamese. */
    String told(String name) {
        var english = Texts.language().equals("en") ? text(name + "En") : "";
        return english.isBlank() ? text(name) : english;
    }

    /** The language of what {@link #told} gives, when the page is in another; null otherwise. */
    @Nullable
    String language(String name) {
        return Texts.language().equals("en") && text(name + "En").isBlank() ? "vi" : null;
    }

    boolean has(String name) {
        return !text(name).isBlank();
    }

    @Nullable
    LocalDate day(String name) {
        try {
            return has(name) ? LocalDate.parse(text(name)) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @Nullable
    LocalTime time(String name) {
        try {
            return has(name) ? LocalTime.parse(text(name)) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @Nullable
    UUID id(String name) {
        return text(name).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text(name)) : null;
    }

    short position() {
        return text("position").matches("\\d{1,3}") ? Short.parseShort(text("position")) : 500;
    }

    Facts with(Map<String, String> more) {
        var all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Facts(all);
    }
}
