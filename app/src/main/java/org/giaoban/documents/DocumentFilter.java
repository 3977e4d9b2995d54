package org.giaoban.documents;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;

/** What the register is narrowed to; it comes from the address and goes back into it. */
record DocumentFilter(
        @Nullable UnitId issuer,
        @Nullable String type,
        @Nullable Integer year,
        @Nullable String words,
        @Nullable After after) {

    /** The last row of the page before. */
    record After(LocalDate on, UUID id) {

        static @Nullable After parse(@Nullable String text) {
            if (text == null || text.length() != 47) {
                return null;
            }
            try {
                return new After(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return null;
            }
        }
    }

    static DocumentFilter words(String folded) {
        return new DocumentFilter(null, null, null, folded, null);
    }

    static DocumentFilter of(@Nullable UUID issuer, @Nullable String type, @Nullable Integer year, @Nullable String q) {
        var words = q == null || q.isBlank() ? null : VietnameseText.fold(q.strip());
        var known = type == null || type.isBlank() ? null : type;
        return new DocumentFilter(issuer == null ? null : new UnitId(issuer), known, year, words, null);
    }

    DocumentFilter from(@Nullable String position) {
        return new DocumentFilter(issuer, type, year, words, After.parse(position));
    }
}
