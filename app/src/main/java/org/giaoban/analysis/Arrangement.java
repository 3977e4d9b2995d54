package org.giaoban.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which dimensions stand in the rows and which in the columns of a pivot table, the outer ones first. */
record Arrangement(List<Dimension> rows, List<Dimension> columns) {

    /** The places a dimension can be put in: the first, second, third of the rows or of the columns. */
    static final List<String> PLACES = List.of("r1", "r2", "r3", "c1", "c2", "c3");

    private static final Map<Dimension, String> USUAL =
            Map.of(Dimension.UNIT, "r1", Dimension.INDICATOR, "c1", Dimension.PERIOD, "c2");

    Arrangement {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** As asked; two in one place stand in their usual order, and a table without rows gets its first column as row. */
    static Arrangement of(Function<Dimension, @Nullable String> asked) {
        var all = new ArrayList<>(Arrays.asList(Dimension.values()));
        all.sort(Comparator.comparing(dimension -> place(dimension, asked)));
        var rows = new ArrayList<>(
                all.stream().filter(one -> place(one, asked).startsWith("r")).toList());
        var columns = new ArrayList<>(
                all.stream().filter(one -> place(one, asked).startsWith("c")).toList());
        if (rows.isEmpty()) {
            rows.add(columns.removeFirst());
        }
        return new Arrangement(rows, columns);
    }

    private static String place(Dimension dimension, Function<Dimension, @Nullable String> asked) {
        var typed = asked.apply(dimension);
        return typed != null && PLACES.contains(typed) ? typed : Objects.requireNonNull(USUAL.get(dimension));
    }

    public String place(Dimension dimension) {
        var row = rows.indexOf(dimension);
        return row >= 0 ? "r" + (row + 1) : "c" + (columns.indexOf(dimension) + 1);
    }
}
