package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.indicators.CountsText;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.TableExport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** All figures of a unit and period, filtered and sorted as the address says. */
record FigureTable(Occasion occasion, Filter filter, List<FigureLine> lines, Map<String, String> groups) {

    /** What the address asks for; an empty word asks for everything. */
    record Filter(String q, String group, String standing, String sort) {

        boolean empty() {
            return q.isEmpty() && group.isEmpty() && standing.isEmpty() && sort.isEmpty();
        }

        private boolean takes(FigureLine line) {
            return takesGroup(line) && takesStanding(line) && takesName(line);
        }

        private boolean takesGroup(FigureLine line) {
            return group.isEmpty() || group.equals(line.indicator().group());
        }

        private boolean takesName(FigureLine line) {
            var name = line.indicator().code() + " " + line.indicator().name();
            return q.isEmpty() || VietnameseText.fold(name).contains(VietnameseText.fold(q));
        }

        private boolean takesStanding(FigureLine line) {
            return switch (standing) {
                case "behind" -> line.standing() == Standing.BEHIND || line.standing() == Standing.FAR_BEHIND;
                case "on-pace" -> line.standing() == Standing.ON_PACE;
                case "planned" -> line.plan().year() != null;
                case "reported" -> line.actual().value() != null;
                default -> true;
            };
        }
    }

    FigureTable {
        lines = lines.stream()
                .filter(filter::takes)
                .sorted(order(filter.sort()))
                .toList();
    }

    /** The words for the orders one can choose; the first is the catalogue's. */
    static List<String> sorts() {
        return List.of("done", "change");
    }

    ResponseEntity<byte[]> as(String format) {
        var headers = List.of(
                text("briefing.column.code"),
                text("briefing.column.indicator"),
                text("briefing.column.measure"),
                occasion.tree().noted(text("briefing.column.actual")),
                CountsText.heading(),
                text("briefing.column.plan"),
                text("briefing.column.due-now"),
                text("briefing.column.done"),
                text("briefing.column.last-year"),
                text("briefing.column.change"));
        var name = "so-lieu-" + occasion.unit().code() + "-" + occasion.shown().code();
        return new TableExport(name, headers, lines.stream().map(this::cells).toList()).as(format);
    }

    private List<Object> cells(FigureLine line) {
        var indicator = line.indicator();
        var before = occasion.shown().sameLastYear();
        return List.of(
                indicator.code(),
                indicator.name(),
                indicator.unitOfMeasure(),
                new TableExport.Linked(
                        cell(line.actual().value(), line.actual().text(indicator)),
                        occasion.passport(occasion.unit().code(), indicator.code())),
                CountsText.brief(line.actual().counts()),
                linked(line.plan().year(), occasion.plan(indicator.code())),
                linked(line.plan().pace(), occasion.plan(indicator.code())),
                linked(line.doneOfPlan(), occasion.plan(indicator.code())),
                new TableExport.Linked(
                        cell(line.sameLastYear().value(), line.sameLastYear().text(indicator)),
                        occasion.passport(indicator.code(), before)),
                linked(line.change(), occasion.change(indicator.code())));
    }

    private static Object linked(@Nullable BigDecimal value, String path) {
        return value == null ? "" : new TableExport.Linked(value, path);
    }

    private static Object cell(@Nullable BigDecimal value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static Comparator<FigureLine> order(String sort) {
        return switch (sort) {
            case "done" -> worstFirst(FigureLine::doneOfPlan);
            case "change" -> worstFirst(FigureLine::changePercent);
            default -> (one, other) -> 0;
        };
    }

    private static Comparator<FigureLine> worstFirst(
            java.util.function.Function<FigureLine, @Nullable BigDecimal> measure) {
        return Comparator.comparing(
                line -> Optional.ofNullable(measure.apply(line)).orElse(null),
                Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
