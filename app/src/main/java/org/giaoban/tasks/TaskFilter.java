package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Sorting;
import org.jspecify.annotations.Nullable;

/** What a list of tasks is narrowed to; everything comes from the address and unreadable parts are ignored. */
record TaskFilter(
        View view,
        @Nullable TaskState state,
        @Nullable UnitId unit,
        boolean overdue,
        @Nullable UUID source,
        @Nullable String query,
        Sorting sorting) {

    /** By due date, those without one last; or by title. */
    static final List<String> COLUMNS = List.of("due", "title");

    /** Whose tasks: mine, those my units owe, those my units gave. */
    enum View {
        MINE,
        UNIT,
        GIVEN;

        static View of(@Nullable String name) {
            return Arrays.stream(values())
                    .filter(view -> view.code().equals(name))
                    .findFirst()
                    .orElse(MINE);
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The last row of a page; where it stands follows from the order of the list. */
    record Cursor(UUID id) {

        static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

        static Optional<Cursor> parse(@Nullable String text) {
            return text == null || !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    ? Optional.empty()
                    : Optional.of(new Cursor(UUID.fromString(text)));
        }
    }
}
