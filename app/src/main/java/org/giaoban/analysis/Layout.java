package org.giaoban.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Three dimensions laid flat.
 *
 * @param head a row of headings for each dimension in the columns
 */
record Layout<C>(List<List<Heading>> head, List<Line<C>> lines) {

    /** A heading over several columns or beside several rows; {@code total} when it stands for all the others. */
    record Heading(String text, int span, boolean total) {}

    /** A row; a heading that goes on from the row above is null. */
    record Line<C>(List<@Nullable Heading> heads, List<C> cells) {}

    /** What a dimension's place is called. */
    record Label(String text, boolean total) {}

    /** One member of each dimension. */
    record Spot(Map<Dimension, Integer> members) {

        int of(Dimension dimension) {
            return members.getOrDefault(dimension, 0);
        }
    }

    static <C> Layout<C> of(Arrangement arrangement, Map<Dimension, List<Label>> labels, Function<Spot, C> cell) {
        var columns = paths(arrangement.columns(), labels);
        var head = new ArrayList<List<Heading>>();
        for (var level = 0; level < arrangement.columns().size(); level++) {
            var row = new ArrayList<Heading>();
            for (var number = 0; number < columns.size(); number++) {
                var heading = heading(arrangement.columns(), labels, columns, number, level);
                if (heading != null) {
                    row.add(heading);
                }
            }
            head.add(row);
        }
        var rows = paths(arrangement.rows(), labels);
        var lines = new ArrayList<Line<C>>();
        for (var number = 0; number < rows.size(); number++) {
            var heads = new ArrayList<@Nullable Heading>();
            for (var level = 0; level < arrangement.rows().size(); level++) {
                heads.add(heading(arrangement.rows(), labels, rows, number, level));
            }
            var path = rows.get(number);
            lines.add(new Line<>(
                    heads,
                    columns.stream()
                            .map(column -> cell.apply(spot(arrangement, path, column)))
                            .toList()));
        }
        return new Layout<>(head, lines);
    }

    private static Spot spot(Arrangement arrangement, int[] row, int[] column) {
        var members = new EnumMap<Dimension, Integer>(Dimension.class);
        for (var level = 0; level < row.length; level++) {
            members.put(arrangement.rows().get(level), row[level]);
        }
        for (var level = 0; level < column.length; level++) {
            members.put(arrangement.columns().get(level), column[level]);
        }
        return new Spot(members);
    }

    /** Every way through the dimensions, the inner ones running fastest. */
    private static List<int[]> paths(List<Dimension> dimensions, Map<Dimension, List<Label>> labels) {
        List<int[]> paths = List.of(new int[0]);
        for (var dimension : dimensions) {
            var longer = new ArrayList<int[]>();
            for (var path : paths) {
                for (var member = 0; member < size(dimension, labels); member++) {
                    var next = java.util.Arrays.copyOf(path, path.length + 1);
                    next[path.length] = member;
                    longer.add(next);
                }
            }
            paths = longer;
        }
        return paths;
    }

    private static @Nullable Heading heading(
            List<Dimension> dimensions, Map<Dimension, List<Label>> labels, List<int[]> paths, int number, int level) {
        var span = 1;
        for (var inner = level + 1; inner < dimensions.size(); inner++) {
            span *= size(dimensions.get(inner), labels);
        }
        if (number % span != 0) {
            return null;
        }
        var label = labels.getOrDefault(dimensions.get(level), List.of()).get(paths.get(number)[level]);
        return new Heading(label.text(), span, label.total());
    }

    private static int size(Dimension dimension, Map<Dimension, List<Label>> labels) {
        return labels.getOrDefault(dimension, List.of()).size();
    }
}
