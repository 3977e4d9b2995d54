package org.giaoban.briefing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.indicators.Figures;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.platform.SiteAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consolidated workbooks. */
@Service
@Transactional(readOnly = true)
class Workbooks {

    private final Boards boards;
    private final Figures figures;
    private final Organization organization;
    private final Sources sources;
    private final SiteAddress site;

    Workbooks(Boards boards, Figures figures, Organization organization, Sources sources, SiteAddress site) {
        this.site = site;
        this.boards = boards;
        this.figures = figures;
        this.organization = organization;
        this.sources = sources;
    }

    byte[] of(Occasion occasion) {
        var lines = boards.table(occasion).stream()
                .filter(line -> line.actual().value() != null || line.plan().year() != null)
                .toList();
        var codes = lines.stream().map(line -> line.indicator().code()).toList();
        var units = figures.units(
                occasion.unit().id(), occasion.shown(), codes, occasion.tree().view());
        return new ConsolidatedWorkbook(
                        new Consolidation(
                                occasion,
                                lines,
                                columns(occasion, units.values()),
                                byUnit(units),
                                sources.progress(occasion)),
                        site)
                .bytes();
    }

    /** A column for every unit that stands behind any of the figures. */
    private List<Consolidation.Column> columns(Occasion occasion, Collection<List<UnitFigure>> figures) {
        var byCode = new LinkedHashMap<UnitId, UnitFigure>();
        figures.forEach(row -> row.forEach(figure -> byCode.putIfAbsent(figure.unit(), figure)));
        var names = organization.shortNames(
                byCode.keySet(),
                occasion.tree().asToday()
                        ? occasion.tree().treeOn()
                        : occasion.reported().lastDay());
        return byCode.values().stream()
                .sorted(java.util.Comparator.comparing(UnitFigure::code))
                .map(figure ->
                        new Consolidation.Column(figure.unit(), names.getOrDefault(figure.unit(), figure.name())))
                .toList();
    }

    private static Map<String, Map<UnitId, UnitFigure>> byUnit(Map<String, List<UnitFigure>> figures) {
        return figures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        row -> row.getValue().stream()
                                .collect(Collectors.toMap(UnitFigure::unit, Function.identity()))));
    }
}
