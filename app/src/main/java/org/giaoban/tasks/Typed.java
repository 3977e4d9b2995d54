package org.giaoban.tasks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A field of an order's form as typed. */
public final class Typed {

    private Typed() {}

    /** The words in it, or null when there are none. */
    public static @Nullable String words(@Nullable String field) {
        return field == null || field.isBlank()
                ? null
                : VietnameseText.nfc(field).strip();
    }

    /** The day in it, or null when it cannot be read. */
    public static @Nullable LocalDate day(@Nullable String field) {
        try {
            return field == null || field.isBlank() ? null : LocalDate.parse(field.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** As it stands in the form. */
    static String value(@Nullable Object field) {
        return field == null ? "" : field.toString();
    }

    /** The key made when the form was shown, or a new one. */
    static UUID root(@Nullable UUID id) {
        return id == null ? Uuid7.next() : id;
    }

    /** The units ticked, each once. */
    static List<UnitId> units(@Nullable List<UUID> ticked) {
        return ticked == null
                ? List.of()
                : ticked.stream().distinct().map(UnitId::new).toList();
    }

    static void tooLong(Map<String, String> errors, String field, @Nullable String typed, int longest) {
        if (typed != null && typed.strip().length() > longest) {
            errors.put(field, Texts.text("tasks.give.error.long", longest));
        }
    }
}
