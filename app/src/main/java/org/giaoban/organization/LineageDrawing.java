package org.giaoban.organization;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/** A lineage with a place for every box and arrow: columns from the oldest ancestors to the latest successors. */
record LineageDrawing(int width, int height, List<Column> columns, List<Arrow> arrows) {

    private static final int BOX_WIDTH = 212;
    private static final int BOX_HEIGHT = 66;
    private static final int ACROSS = 118;
    private static final int DOWN = 20;
    private static final int EDGE = 4;
    private static final int LETTERS = 27;
    private static final int LINES = 2;

    /** The boxes of one distance from the unit, under a heading. */
    public record Column(String title, List<Box> boxes) {}

    /**
     * A unit in its place.
     *
     * @param href its page, where the viewer may open it
     * @param gives to whom it went on, for the list that stands in for the drawing on small screens
     */
    public record Box(
            String name,
            String label,
            List<String> lines,
            String span,
            @Nullable String href,
            boolean self,
            boolean ended,
            int x,
            int y,
            List<Arrow> gives) {}

    /** From one box to another: the curve, and the share written on it. */
    public record Arrow(String path, int x, int y, String share, boolean estimated, String label) {}

    private record Spot(int x, int y) {
        int middle() {
            return y + BOX_HEIGHT / 2;
        }
    }

    boolean empty() {
        return arrows.isEmpty();
    }

    static LineageDrawing of(Lineage lineage, Predicate<UnitId> visible) {
        var columns = columns(lineage);
        var tallest = columns.values().stream().mapToInt(List::size).max().orElse(1);
        var height = tallest * (BOX_HEIGHT + DOWN) - DOWN + 2 * EDGE;
        var spots = spots(columns, height);
        var names = new HashMap<UnitId, String>();
        lineage.nodes().forEach(node -> names.put(node.unit(), node.name()));
        var gives = new HashMap<UnitId, List<Arrow>>();
        var arrows = new ArrayList<Arrow>();
        for (var step : lineage.arrows()) {
            var from = spots.get(step.from());
            var to = spots.get(step.to());
            if (from != null && to != null) {
                var arrow = arrow(step, from, to, names.getOrDefault(step.to(), ""));
                arrows.add(arrow);
                gives.computeIfAbsent(step.from(), unit -> new ArrayList<>()).add(arrow);
            }
        }
        var drawn = new ArrayList<Column>();
        columns.forEach((distance, nodes) -> drawn.add(new Column(
                title(distance),
                nodes.stream()
                        .map(node -> box(node, spots, visible, gives.getOrDefault(node.unit(), List.of())))
                        .toList())));
        var width = columns.size() * (BOX_WIDTH + ACROSS) - ACROSS + 2 * EDGE;
        return new LineageDrawing(width, height, drawn, arrows);
    }

    /** The nodes by their distance; within a column near those they are bound to, which keeps arrows from crossing. */
    private static Map<Integer, List<Lineage.Node>> columns(Lineage lineage) {
        var columns = new TreeMap<Integer, List<Lineage.Node>>();
        lineage.nodes().stream()
                .sorted(Comparator.comparing(Lineage.Node::code))
                .forEach(node -> columns.computeIfAbsent(node.column(), column -> new ArrayList<>())
                        .add(node));
        var rank = new HashMap<UnitId, Double>();
        columns.entrySet().stream()
                .sorted(Comparator.comparing(column -> Math.abs(column.getKey())))
                .forEach(column -> {
                    var nodes = column.getValue();
                    nodes.sort(Comparator.comparing(node -> pull(node.unit(), lineage.arrows(), rank)));
                    for (var place = 0; place < nodes.size(); place++) {
                        rank.put(nodes.get(place).unit(), (place + 0.5) / nodes.size());
                    }
                });
        return columns;
    }

    private static double pull(UnitId unit, List<Succession> arrows, Map<UnitId, Double> rank) {
        return arrows.stream()
                .filter(arrow -> arrow.from().equals(unit) || arrow.to().equals(unit))
                .map(arrow -> rank.get(arrow.from().equals(unit) ? arrow.to() : arrow.from()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0.5);
    }

    private static Map<UnitId, Spot> spots(Map<Integer, List<Lineage.Node>> columns, int height) {
        var spots = new LinkedHashMap<UnitId, Spot>();
        var x = EDGE;
        for (var nodes : columns.values()) {
            var y = (height - nodes.size() * (BOX_HEIGHT + DOWN) + DOWN) / 2;
            for (var node : nodes) {
                spots.put(node.unit(), new Spot(x, y));
                y += BOX_HEIGHT + DOWN;
            }
            x += BOX_WIDTH + ACROSS;
        }
        return spots;
    }

    private static Arrow arrow(Succession step, Spot from, Spot to, String other) {
        var x1 = from.x() + BOX_WIDTH;
        var x2 = to.x() - 7;
        var half = (x2 - x1) / 2;
        var path = "M" + x1 + " " + from.middle() + "C" + (x1 + half) + " " + from.middle() + " " + (x2 - half) + " "
                + to.middle() + " " + x2 + " " + to.middle();
        var share = Lineages.percent(step.share(), step.estimated());
        var whole = step.share().compareTo(BigDecimal.ONE) == 0;
        var day = Formats.date(step.day());
        var label = whole
                ? Texts.text("organization.lineage.whole", other, day)
                : Texts.text("organization.lineage.part", other, day, share);
        return new Arrow(path, x1 + half, (from.middle() + to.middle()) / 2, share, step.estimated(), label);
    }

    private static Box box(Lineage.Node node, Map<UnitId, Spot> spots, Predicate<UnitId> visible, List<Arrow> gives) {
        var spot = spots.getOrDefault(node.unit(), new Spot(EDGE, EDGE));
        var span = UnitPages.span(new DateRange(node.from(), node.until()));
        var told = Stream.concat(Stream.of(node.name(), span), gives.stream().map(Arrow::label));
        return new Box(
                node.name(),
                told.collect(Collectors.joining(", ")),
                wrapped(node.name()),
                span,
                visible.test(node.unit()) ? "/units/" + node.code() + "?tab=lineage" : null,
                node.column() == 0,
                node.until() != null,
                spot.x(),
                spot.y(),
                gives);
    }

    private static String title(int distance) {
        return Texts.text("organization.lineage." + (distance < 0 ? "before" : distance > 0 ? "after" : "self"));
    }

    /** A name in lines that fit the box; what does not fit ends in an ellipsis and stands whole in the box's label. */
    static List<String> wrapped(String name) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : name.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        if (lines.size() > LINES) {
            var last = lines.get(LINES - 1);
            return List.of(lines.getFirst(), last.substring(0, Math.min(last.length(), LETTERS - 1)) + "…");
        }
        return lines;
    }
}
