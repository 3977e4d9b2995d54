package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Sorting;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list of tasks is narrowed to; everything comes from the address and unreadable parts are ignored. */
record TaskFilter(
        View view,
        @Nullable TaskState state,
        @Nullable UnitId unit,
        @Nullable PersonId person,
        @Nullable Lateness late,
        @Nullable UUID source,
        @Nullable Count count,
        @Nullable String query,
        Sorting sorting) {

    /** By due date, those without one last; or by title. */
    static final List<String> COLUMNS = List.of("due", "title");

    /** Whose tasks: mine, what I owe, what waits for my word, what was laid before me, those I help with, those my units owe, those my units gave. */
    enum View {
        MINE,
        OWED,
        WAITING,
        RAISED,
        INVOLVED,
        UNIT,
        GIVEN;

        static View of(@Nullable String name) {
            return named(values(), name).orElse(MINE);
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a task stands against its date. */
    enum Lateness {
        OPEN,
        OVERDUE,
        SOON,
        EXTENDED,
        UNDATED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The tasks behind a number of a period. */
    record Count(String name, Period period) {}

    /** The last row of a page; where it stands follows from the order of the list. */
    record Cursor(UUID id) {

        static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

        static Optional<Cursor> parse(@Nullable String text) {
            return Optional.ofNullable(TaskFilter.id(text)).map(Cursor::new);
        }
    }

    static TaskFilter of(Map<String, String> query) {
        var unit = id(query.get("unit"));
        var person = id(query.get("person"));
        var words = query.getOrDefault("q", "").strip();
        var late = "true".equals(query.get("overdue")) ? Lateness.OVERDUE.code() : query.get("late");
        return new TaskFilter(
                View.of(query.get("view")),
                Arrays.stream(TaskState.values())
                        .filter(state -> state.name().equals(query.get("state")))
                        .findFirst()
                        .orElse(null),
                unit == null ? null : new UnitId(unit),
                person == null ? null : new PersonId(person),
                named(Lateness.values(), late).orElse(null),
                id(query.get("source")),
                count(query.get("count"), query.get("period")),
                words.isEmpty() ? null : words,
                Sorting.of(query.get("sort"), "due", COLUMNS));
    }

    private static @Nullable Count count(@Nullable String name, @Nullable String period) {
        if (name == null || period == null || !CountedTasks.NAMES.contains(name)) {
            return null;
        }
        try {
            return new Count(name, Period.parse(period));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, @Nullable String code) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    static @Nullable UUID id(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    /** What is not done yet, seen from another side. */
    TaskFilter open(View other) {
        return new TaskFilter(other, state, unit, person, Lateness.OPEN, source, count, query, sorting);
    }

    TaskFilter all() {
        return new TaskFilter(view, null, null, null, null, null, null, null, sorting);
    }

    boolean narrowed() {
        return !all().equals(this);
    }

    /** The same narrowing at another address, in another order. */
    UriComponentsBuilder at(String path, String sort) {
        var uri = UriComponentsBuilder.fromPath(path).queryParam("view", view.code());
        put(uri, "sort", sort.equals("due") ? null : sort);
        put(uri, "state", state);
        put(uri, "unit", unit);
        put(uri, "person", person);
        put(uri, "late", late == null ? null : late.code());
        put(uri, "source", source);
        put(uri, "count", count == null ? null : count.name());
        put(uri, "period", count == null ? null : count.period().code());
        put(uri, "q", query);
        return uri;
    }

    static void put(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value.toString());
        }
    }
}
