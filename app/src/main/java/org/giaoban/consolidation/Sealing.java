package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.giaoban.reporting.LevelForms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Freezes what a level sends up: every figure with what it was made of, under a fingerprint that goes on from the one before. */
@Component
class Sealing {

    private final SealRepository seals;
    private final PrintedFigures printed;
    private final LevelForms forms;

    Sealing(SealRepository seals, PrintedFigures printed, LevelForms forms) {
        this.seals = seals;
        this.printed = printed;
        this.forms = forms;
    }

    /** Who sends it and in which words. */
    record Wording(Stamp stamp, Map<String, String> texts) {}

    void seal(ReportRow row, @Nullable Sealed before, AsNow now, Wording wording) {
        var heard = heard(now);
        var ids = keep(now.target(), stated(now.lines()));
        var lines = new LinkedHashMap<String, Line>();
        now.lines()
                .forEach((code, line) ->
                        lines.put(code, new Line(line.stated(), line.expected(), line.received(), ids.get(code))));
        insert(
                row,
                before,
                now,
                new Sealed(row.version(), wording.stamp(), heard, wording.texts(), lines, now.children(), ""));
    }

    /** The version before with the chosen figures, and the shares behind them, as they are now. */
    void takeIn(ReportRow row, Sealed before, AsNow now, List<Difference> taken, Stamp stamp) {
        var codes = taken.stream().map(one -> one.indicator().code()).collect(Collectors.toSet());
        var all = new LinkedHashMap<String, Stated>();
        before.lines().forEach((code, line) -> all.put(code, line.stated()));
        codes.forEach(code -> all.put(code, now.stated(code)));
        var ids = keep(now.target(), all);
        var lines = new LinkedHashMap<String, Line>();
        all.forEach((code, stated) -> {
            var old = before.lines().get(code);
            var fresh = now.lines().get(code);
            lines.put(
                    code,
                    old == null || codes.contains(code)
                            ? new Line(stated, expected(fresh), received(fresh), ids.get(code))
                            : new Line(stated, old.expected(), old.received(), ids.get(code)));
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
                all.put(code, new AsNow.Line(known.indicator(), line.stated(), line.expected(), line.received()));
            }
        });
        var written = new AsNow(now.target(), all, sealed.children());
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
            var shares = new LinkedHashMap<>(child.shares());
            taken.forEach(code -> shares.put(code, fresh == null ? Stated.SILENCE : fresh.share(code)));
            children.add(
                    new Child(child.unit(), child.name(), fresh == null ? ShareOrigins.NONE : fresh.source(), shares));
        }
        today.values().forEach(fresh -> {
            var shares = new LinkedHashMap<String, Stated>();
            taken.forEach(code -> shares.put(code, fresh.share(code)));
            children.add(new Child(fresh.unit(), fresh.name(), fresh.source(), shares));
        });
        return children;
    }

    private Heard heard(AsNow now) {
        var target = now.target();
        var counts = forms.counts(target.unit(), target.form().code(), target.period());
        return new Heard(counts.expected(), counts.received(), counts.accepted());
    }

    /** Figures go into the register of printed ones too; lists of words are kept here alone. */
    private Map<String, UUID> keep(Target target, Map<String, Stated> all) {
        var figures = new LinkedHashMap<String, Figure>();
        all.forEach((code, stated) -> {
            if (stated instanceof Stated.Number(var figure)) {
                figures.put(code, figure);
            }
        });
        return printed.keep(target.unit(), target.period(), figures);
    }

    private static Map<String, Stated> stated(Map<String, AsNow.Line> lines) {
        var all = new LinkedHashMap<String, Stated>();
        lines.forEach((code, line) -> all.put(code, line.stated()));
        return all;
    }
}
