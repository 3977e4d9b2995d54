package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.giaoban.consolidation.AsNow.Child;
import org.giaoban.consolidation.AsNow.Line;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeView;
import org.giaoban.organization.Unit;
import org.springframework.stereotype.Component;

/**
 * What a level would send up now. A unit below that has sent its own consolidated report stands by that report; the others
 * by what their returns say.
 */
@Component
class AsNowReader {

    private final Figures figures;
    private final ShareOrigins sources;
    private final LevelRepository reports;
    private final SealRepository seals;

    AsNowReader(Figures figures, ShareOrigins sources, LevelRepository reports, SealRepository seals) {
        this.figures = figures;
        this.sources = sources;
        this.reports = reports;
        this.seals = seals;
    }

    /** All indicators of which anybody says anything, and the given ones. */
    AsNow of(Unit unit, Period period, Collection<String> also) {
        var said = figures.table(unit.id(), period, TreeView.AS_WAS).stream()
                .filter(AsNowReader::said)
                .map(line -> line.indicator().code());
        var codes = Stream.concat(said, also.stream()).distinct().sorted().toList();
        return only(unit, period, codes);
    }

    /** The given indicators alone. */
    AsNow only(Unit unit, Period period, Collection<String> codes) {
        var live = figures.rows(unit.id(), period, codes, TreeView.AS_WAS);
        var shares = figures.units(unit.id(), period, codes, TreeView.AS_WAS);
        var children = children(shares);
        var below = standing(children.keySet(), period);
        var lines = new LinkedHashMap<String, Line>();
        for (var line : live) {
            lines.put(line.indicator().code(), line(line, children, below));
        }
        var stamps = sources.of(children.keySet(), period, below);
        var told = new ArrayList<Child>();
        children.forEach((id, child) -> told.add(new Child(
                id,
                child.name(),
                stamps.getOrDefault(id, ShareOrigins.NONE),
                shares(child, below.getOrDefault(id, Map.of())))));
        return new AsNow(unit, period, lines, told);
    }

    private static boolean said(FigureLine line) {
        return !(line.actual().figure() instanceof Figure.Missing missing) || missing.absence() != Absence.NOT_REPORTED;
    }

    /** A unit below and what its rows say of each indicator. */
    private record Share(String name, Map<String, Figure> figures) {}

    private static Map<UnitId, Share> children(Map<String, List<UnitFigure>> byCode) {
        var children = new LinkedHashMap<UnitId, Share>();
        byCode.forEach((code, all) -> all.forEach(one -> children.computeIfAbsent(
                        one.unit(), id -> new Share(one.name(), new LinkedHashMap<>()))
                .figures()
                .put(code, one.rolled().figure())));
        return children;
    }

    /** What units below sent up themselves and have not taken back. */
    private Map<UnitId, Map<String, Figure>> standing(Collection<UnitId> children, Period period) {
        var rows = reports.of(children, period).values().stream()
                .filter(row -> row.state().stands())
                .toList();
        if (rows.isEmpty()) {
            return Map.of();
        }
        var newest = seals.newest(rows.stream().map(ReportRow::id).toList());
        var standing = new LinkedHashMap<UnitId, Map<String, Figure>>();
        rows.forEach(row -> standing.put(row.unit(), newest.getOrDefault(row.id(), Map.of())));
        return standing;
    }

    private static Map<String, Figure> shares(Share child, Map<String, Figure> sent) {
        var shares = new LinkedHashMap<>(child.figures());
        if (!sent.isEmpty()) {
            shares.replaceAll((code, live) -> sent.getOrDefault(code, Kept.SILENCE));
        }
        return shares;
    }

    private static Line line(FigureLine live, Map<UnitId, Share> children, Map<UnitId, Map<String, Figure>> below) {
        var code = live.indicator().code();
        var changes = new ArrayList<Adjusted.Change>();
        boolean others = false;
        for (var child : children.entrySet()) {
            var rows = child.getValue().figures().getOrDefault(code, Kept.SILENCE);
            var sent = below.get(child.getKey());
            var stands = sent == null ? rows : sent.getOrDefault(code, Kept.SILENCE);
            if (Kept.same(rows, stands)) {
                others |= rows.present();
            } else {
                changes.add(new Adjusted.Change(rows, stands));
            }
        }
        var counts = live.actual().counts();
        return new Line(
                live.indicator(),
                Adjusted.of(live.indicator(), live.actual().figure(), changes, others),
                counts.expected(),
                counts.expected() - counts.notReported());
    }
}
