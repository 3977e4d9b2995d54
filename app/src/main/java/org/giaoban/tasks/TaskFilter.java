package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;

/** What a list of tasks is narrowed to; everything comes from the address and unreadable parts are ignored. */
record TaskFilter(
        View view,
        @Nullable TaskState state,
        @Nullable UnitId unit,
        boolean overdue,
        @Nullable UUID source,
        @Nullable String query) {

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

    /** The last row of a page: tasks are sorted by due date, those without one last. */
    record Cursor(LocalDate dueOn, UUID id) {

        static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

        static Optional<Cursor> parse(@Nullable String text) {
            if (text == null || !text.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}")) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11))));
        }

        static String of(Task task) {
            var due = task.terms().dueOn() == null ? NEVER : task.terms().dueOn();
            return due + "_" + task.id();
        }
    }
}
