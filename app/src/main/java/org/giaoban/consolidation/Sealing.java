package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.consolidation.AsNow.Child;
import org.giaoban.consolidation.Sealed.Heard;
import org.giaoban.consolidation.Sealed.Line;
import org.giaoban.consolidation.Sealed.Stamp;
import org.giaoban.indicators.PrintedFigures;
import org.giaoban.kernel.Figure;
import org.giaoban.reporting.ReturnStamps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Freezes what a level sends up: every figure with what it was made of, under a fingerprint that goes on from the one before. */
@Component
class Sealing {

    private final SealRepository seals;
    private final PrintedFigures printed;
    private final ReturnStamps returns;

    Sealing(SealRepository seals, PrintedFigures printed, ReturnStamps returns) {
        this.seals = seals;
        this.printed = printed;
        this.returns = returns;
    }

    /** Who sends it and in which words. */
    record Wording(Stamp stamp, Map<String, String> texts) {}

    void seal(ReportRow row, @Nullable Sealed before, AsNow now, Wording wording) {
        var heard = heard(now);
        var ids = printed.keep(now.unit(), now.period(), figures(now.lines()));
        var lines = new LinkedHashMap<String, Line>();
        now.lines()
                .forEach((code, line) ->
                        lines.put(code, new Line(line.figure(), line.expected(), line.received(), id(ids, code))));
        insert(
                row,
                before,
                now,
                new Sealed(row.version(), wording.stamp(), heard, wording.texts(), lines, now.children(), ""));
    }

    /** The version before with the chosen figures, and the shares behind them, as they are now. */
    void takeIn(ReportRow row, Sealed before, AsNow now, List<Difference> taken, Stamp stamp) {
        var codes = taken.stream().map(one -> one.indicator().code()).collect(Collectors.toSet());
        var figures = new LinkedHashMap<String, Figure>();
        before.lines().forEach((code, line) -> figures.put(code, line.figure()));
        codes.forEach(code -> figures.put(code, now.figure(code)));
        var ids = printed.keep(now.unit(), now.period(), figures);
        var lines = new LinkedHashMap<String, Line>();
        figures.forEach((code, figure) -> {
            var old = before.lines().get(code);
            var fresh = now.lines().get(code);
            lines.put(
                    code,
                    old == null || codes.contains(code)
                            ? new Line(figure, expected(fresh), received(fresh), id(ids, code))
                            : new Line(figure, old.expected(), old.received(), id(ids, code)));
        });
        var children = children(before.children(), now.children(), codes);
        insert(row, before, now, new Sealed(row.version(), stamp, heard(now), before.texts(), lines, children, ""));
    }

    private static int expected(AsNow.@Nullable Line line) {
        return line == null ? 0 : line.expected();
    }

    private static int received(AsNow.@Nullable Line line) {
        return line == null ? 0 : line.received();
    }

    private void insert(ReportRow row, @Nullable Sealed before, AsNow now, Sealed sealed) {
        var all = new LinkedHashMap<String, AsNow.Line>();
        sealed.lines().forEach((code, line) -> {
            var known = now.lines().get(code);
            if (known != null) {
                all.put(code, new AsNow.Line(known.indicator(), line.figure(), line.expected(), line.received()));
            }
        });
        var written = new AsNow(now.unit(), now.period(), all, sealed.children());
        var hash = Hashes.of(before == null ? "" : before.hash(), sealed.heard(), sealed.texts(), written);
        seals.insert(
                row.id(),
                new Sealed(
                        sealed.number(),
                        sealed.stamp(),
                        sealed.heard(),
                        sealed.texts(),
                        sealed.lines(),
                        sealed.children(),
                        hash));
    }

    private static List<Child> children(List<Child> before, List<Child> now, Set<String> taken) {
        var today = now.stream()
                .collect(Collectors.toMap(Child::unit, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        var children = new ArrayList<Child>();
        for (var child : before) {
            var fresh = today.remove(child.unit());
            var figures = new LinkedHashMap<>(child.figures());
            taken.forEach(code -> figures.put(code, fresh == null ? Kept.SILENCE : fresh.figure(code)));
            children.add(
                    new Child(child.unit(), child.name(), fresh == null ? ShareOrigins.NONE : fresh.source(), figures));
        }
        today.values().forEach(fresh -> {
            var figures = new LinkedHashMap<String, Figure>();
            taken.forEach(code -> figures.put(code, fresh.figure(code)));
            children.add(new Child(fresh.unit(), fresh.name(), fresh.source(), figures));
        });
        return children;
    }

    private Heard heard(AsNow now) {
        var counts = returns.counts(now.unit().id(), now.period());
        return new Heard(counts.expected(), counts.received(), counts.accepted());
    }

    private static Map<String, Figure> figures(Map<String, AsNow.Line> lines) {
        var figures = new LinkedHashMap<String, Figure>();
        lines.forEach((code, line) -> figures.put(code, line.figure()));
        return figures;
    }

    private static UUID id(Map<String, UUID> ids, String code) {
        return Objects.requireNonNull(ids.get(code));
    }
}
