package org.giaoban.documents;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Sorting;
import org.jspecify.annotations.Nullable;

/** What the register is narrowed to; it comes from the address and goes back into it. */
record DocumentFilter(
        @Nullable UnitId issuer,
        @Nullable String type,
        @Nullable Integer year,
        @Nullable String words,
        Sorting sorting,
        @Nullable UUID after) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The newest first; or by title, or by number and symbol. */
    static final List<String> COLUMNS = List.of("on", "title", "symbol");

    static final Sorting USUAL = new Sorting("on", true);

    static DocumentFilter words(@Nullable String folded) {
        return new DocumentFilter(null, null, null, folded, USUAL, null);
    }

    static DocumentFilter of(
            @Nullable UUID issuer,
            @Nullable String type,
            @Nullable Integer year,
            @Nullable String q,
            @Nullable String sort) {
        var words = q == null || q.isBlank() ? null : VietnameseText.fold(q.strip());
        var known = type == null || type.isBlank() ? null : type;
        return new DocumentFilter(
                issuer == null ? null : new UnitId(issuer),
                known,
                year,
                words,
                Sorting.of(sort, USUAL.code(), COLUMNS),
                null);
    }

    /** The rows behind the one a page ended with. */
    DocumentFilter from(@Nullable String last) {
        var id = last != null && ID.matcher(last).matches() ? UUID.fromString(last) : null;
        return new DocumentFilter(issuer, type, year, words, sorting, id);
    }
}
