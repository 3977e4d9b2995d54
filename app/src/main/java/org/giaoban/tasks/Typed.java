package org.giaoban.tasks;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.giaoban.kernel.VietnameseText;
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
}
