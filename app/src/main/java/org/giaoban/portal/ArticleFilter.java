package org.giaoban.portal;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import org.giaoban.kernel.VietnameseText;
import org.jspecify.annotations.Nullable;

/** What the editors' list is narrowed to. */
record ArticleFilter(
        Version.@Nullable State state,
        @Nullable String category,
        boolean mine,
        @Nullable String words,
        @Nullable After after) {

    /** The last row of the page before. */
    record After(Instant at, UUID id) {

        static @Nullable After parse(@Nullable String text) {
            var parts = text == null ? new String[0] : text.split("_", 2);
            if (parts.length != 2) {
                return null;
            }
            try {
                return new After(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    static ArticleFilter state(Version.State state) {
        return new ArticleFilter(state, null, false, null, null);
    }

    static ArticleFilter of(
            @Nullable String state,
            @Nullable String category,
            boolean mine,
            @Nullable String q,
            @Nullable String after) {
        var known = Arrays.stream(Version.State.values())
                .filter(each -> each.key().equals(state))
                .findFirst()
                .orElse(null);
        var words = q == null || q.isBlank() ? null : VietnameseText.fold(q.strip());
        var heading = category == null || category.isBlank() ? null : category;
        return new ArticleFilter(known, heading, mine, words, After.parse(after));
    }
}
