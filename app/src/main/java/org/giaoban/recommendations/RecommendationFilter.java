package org.giaoban.recommendations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list is narrowed to; everything comes from the address and unreadable parts are ignored.
 *
 * @param unit the branch of the tree that asked
 * @param desk the unit at whose desk it lies
 * @param olderThan whole days since it was raised
 */
record RecommendationFilter(
        Side side,
        String state,
        @Nullable Integer olderThan,
        @Nullable UnitId unit,
        @Nullable UnitId desk,
        @Nullable String period,
        @Nullable String query) {

    static final String OPEN = "open";
    static final String LATE = "late";
    static final String ANY = "any";
    static final List<Integer> AGES = List.of(10, 30, 90);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** From which side one looks. */
    enum Side {
        ANSWER,
        RAISED,
        ALL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RecommendationFilter of(Map<String, String> query, Side usual) {
        var side = Arrays.stream(Side.values())
                .filter(one -> one.code().equals(query.get("side")))
                .findFirst()
                .orElse(usual);
        var words = query.getOrDefault("q", "").strip();
        var period = query.getOrDefault("period", "").strip();
        return new RecommendationFilter(
                side,
                state(query.get("state"), period.isEmpty() ? OPEN : ANY),
                age(query.get("age")),
                unit(query.get("unit")),
                unit(query.get("desk")),
                period.isEmpty() ? null : period,
                words.isEmpty() ? null : words);
    }

    private static String state(@Nullable String asked, String usual) {
        if (asked == null) {
            return usual;
        }
        var known = List.of(OPEN, LATE, ANY).contains(asked)
                || Arrays.stream(RecommendationState.values())
                        .anyMatch(one -> one.name().equals(asked));
        return known ? asked : usual;
    }

    private static @Nullable Integer age(@Nullable String asked) {
        return AGES.stream()
                .filter(days -> days.toString().equals(asked))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable UnitId unit(@Nullable String asked) {
        var id = id(asked);
        return id == null ? null : new UnitId(id);
    }

    static @Nullable UUID id(@Nullable String asked) {
        return asked != null && ID.matcher(asked).matches() ? UUID.fromString(asked) : null;
    }

    boolean narrowed() {
        return !state.equals(OPEN)
                || olderThan != null
                || unit != null
                || desk != null
                || period != null
                || query != null;
    }

    /** The address of the same list, elsewhere or from a place on. */
    String link(String path, @Nullable String after) {
        var uri = UriComponentsBuilder.fromPath(path).queryParam("side", side.code());
        put(uri, "state", state.equals(OPEN) ? null : state);
        put(uri, "age", olderThan);
        put(uri, "unit", unit == null ? null : unit.value());
        put(uri, "desk", desk == null ? null : desk.value());
        put(uri, "period", period);
        put(uri, "q", query);
        put(uri, "after", after);
        return uri.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder uri, String name, @Nullable Object value) {
        if (value != null) {
            uri.queryParam(name, value.toString());
        }
    }
}
