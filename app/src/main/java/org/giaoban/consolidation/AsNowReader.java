package org.giaoban.consolidation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.giaoban.consolidation.AsNow.Child;
import org.giaoban.consolidation.AsNow.Line;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.Indicator;
import org.giaoban.indicators.Indicators;
import org.giaoban.kernel.Absence;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeView;
import org.springframework.stereotype.Component;

/**
 * What a level would send up now. A unit below that has sent its own consolidated report of the form stands by that report;
 * the others by what their returns say.
 */
@Component
class AsNowReader {

    private final Figures figures;
    private final Indicators indicators;
    private final ShareOrigins sources;
    private final Listing listing;
    private final LevelRepository reports;
    private final SealRepository seals;

    AsNowReader(
            Figures figures,
            Indicators indicators,
            ShareOrigins sources,
            Listing listing,
            LevelRepository reports,
            SealRepository seals) {
        this.figures = figures;
        this.indicators = indicators;
        this.sources = sources;
        this.listing = listing;
        this.reports = reports;
        this.seals = seals;
    }

    /** What the form asks and what is calculated from it, of which anybody says anything; and the given ones. */
    AsNow of(Target target, Collection<String> also) {
        var period = target.period();
        var unit = target.unit().id();
        var day = period.lastDay();
        var asked = new LinkedHashSet<>(target.form().indicators());
        asked.addAll(indicators.madeOf(asked, day));
        asked.addAll(also);
        var live = figures.rows(unit, period, numbers(asked, day), TreeView.AS_WAS).stream()
                .filter(line -> also.contains(line.indicator().code()) || said(line))
                .toList();
        var codes = live.stream().map(line -> line.indicator().code()).toList();
        var shares = figures.units(unit, period, codes, TreeView.AS_WAS);
        var children = children(shares);
        var below = standing(target, listing.below(target));
        var words = listing.of(target, below, also);
        words.shares().forEach((child, share) -> children.putIfAbsent(child, new Share(share.name(), Map.of())));
        return put(target, lines(live, children, below, words), children, below, words);
    }

    private List<String> numbers(Set<String> codes, java.time.LocalDate day) {
        return indicators.catalogue(day).stream()
                .filter(indicator -> indicator.type() != Indicator.Type.TEXT)
                .map(Indicator::code)
                .filter(codes::contains)
                .sorted()
                .toList();
    }

    private static boolean said(FigureLine line) {
        return !(line.actual().figure() instanceof Figure.Missing missing) || missing.absence() != Absence.NOT_REPORTED;
    }

    private static Map<String, Line> lines(
            List<FigureLine> live,
            Map<UnitId, Share> children,
            Map<UnitId, Map<String, Stated>> below,
            Listing.Listed words) {
        var lines = new TreeMap<String, Line>();
        live.forEach(line -> lines.put(line.indicator().code(), line(line, children, below)));
        lines.putAll(words.lines());
        return lines;
    }

    private AsNow put(
            Target target,
            Map<String, Line> lines,
            Map<UnitId, Share> children,
            Map<UnitId, Map<String, Stated>> below,
            Listing.Listed words) {
        var origins = sources.of(target, children.keySet(), below.keySet());
        var told = new ArrayList<Child>();
        children.forEach((id, child) -> {
            var shares = new LinkedHashMap<String, Stated>();
            var sent = below.get(id);
            child.figures()
                    .forEach((code, figure) -> shares.put(
                            code, sent == null ? Stated.of(figure) : sent.getOrDefault(code, Stated.SILENCE)));
            var written = words.shares().get(id);
            if (written != null) {
                shares.putAll(written.lists());
            }
            told.add(new Child(id, child.name(), origins.getOrDefault(id, ShareOrigins.NONE), shares));
        });
        return new AsNow(target, lines, told);
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
    private Map<UnitId, Map<String, Stated>> standing(Target target, Collection<UnitId> children) {
        var rows = reports.of(children, target.form().code(), target.period()).values().stream()
                .filter(row -> row.state().stands())
                .toList();
        if (rows.isEmpty()) {
            return Map.of();
        }
        var newest = seals.newest(rows.stream().map(ReportRow::id).toList());
        var standing = new LinkedHashMap<UnitId, Map<String, Stated>>();
        rows.forEach(row -> standing.put(row.unit(), newest.getOrDefault(row.id(), Map.of())));
        return standing;
    }

    private static Line line(FigureLine live, Map<UnitId, Share> children, Map<UnitId, Map<String, Stated>> below) {
        var code = live.indicator().code();
        var changes = new ArrayList<Adjusted.Change>();
        boolean others = false;
        for (var child : children.entrySet()) {
            var rows = child.getValue().figures().getOrDefault(code, Kept.SILENCE);
            var sent = below.get(child.getKey());
            var stands = sent == null
                    ? rows
                    : sent.getOrDefault(code, Stated.SILENCE).figure();
            if (Kept.same(rows, stands)) {
                others |= rows.present();
            } else {
                changes.add(new Adjusted.Change(rows, stands));
            }
        }
        var counts = live.actual().counts();
        return new Line(
                live.indicator(),
                Stated.of(Adjusted.of(live.indicator(), live.actual().figure(), changes, others)),
                counts.expected(),
                counts.received());
    }
}
