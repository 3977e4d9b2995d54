package org.giaoban.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.FigureController.Filter;
import org.giaoban.indicators.FigureController.TablePage;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Organization;
import org.giaoban.organization.TreeChoices;
import org.giaoban.organization.TreeView;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table of all figures of a unit and a period, as filtered. */
@Service
@Transactional(readOnly = true)
class Analysis {

    private final Figures figures;
    private final Indicators indicators;
    private final Organization organization;
    private final TreeChoices choices;
    private final Access access;
    private final Clock clock;

    Analysis(
            Figures figures,
            Indicators indicators,
            Organization organization,
            TreeChoices choices,
            Access access,
            Clock clock) {
        this.figures = figures;
        this.indicators = indicators;
        this.organization = organization;
        this.choices = choices;
        this.access = access;
        this.clock = clock;
    }

    /** The highest unit the viewer may read, this year up to last month. */
    String start() {
        var today = LocalDate.now(clock);
        var scope = access.scope(Capability.FIGURES_READ);
        var top = organization.tops(scope, today).stream().findFirst().orElseThrow(() -> new NotFound("figures"));
        return "/figures/" + top.code() + "/"
                + Period.monthOf(today).previous().yearToDate().code();
    }

    TablePage page(String unitCode, Period period, Filter filter, String query) {
        var id = organization.idOf(unitCode);
        access.require(Capability.FIGURES_READ, id);
        var tree = choices.of(id, period.lastDay(), TreeView.of(filter.tree()));
        var lines = figures.table(id, period, tree.view()).stream()
                .filter(line -> filter.withEmpty() || said(line))
                .filter(line ->
                        filter.groupCode().isEmpty() || line.indicator().group().equals(filter.groupCode()))
                .filter(line -> filter.standingName().isEmpty()
                        || line.standing().name().equals(filter.standingName()))
                .toList();
        return new TablePage(
                organization.get(id, tree.treeOn()),
                organization.ancestors(id, tree.treeOn()).stream()
                        .filter(unit -> access.allows(Capability.FIGURES_READ, unit.id()))
                        .toList(),
                period,
                tree,
                periods(unitCode, period, tree.view()),
                filter,
                indicators.groups(),
                lines,
                Words.standingNames(),
                query);
    }

    private static boolean said(FigureLine line) {
        return line.actual().version() > 0
                || line.plan().year() != null
                || line.sameLastYear().version() > 0;
    }

    /** Links to the month, the quarter and the year so far around the period. */
    private static Map<String, String> periods(String unitCode, Period period, TreeView view) {
        var locale = LocaleContextHolder.getLocale();
        var month = period.months().getLast();
        var links = new LinkedHashMap<String, String>();
        List.of(month.previous(), month, month.yearToDate(), Period.ofYear(month.year()))
                .forEach(one -> links.put(view.on("/figures/" + unitCode + "/" + one.code()), one.label(locale)));
        links.putIfAbsent(view.on("/figures/" + unitCode + "/" + period.code()), period.label(locale));
        return links;
    }

    /** The row of an exported table: numbers stay numbers, absence stays a word. */
    static List<?> cells(FigureLine line) {
        var indicator = line.indicator();
        return Arrays.<@Nullable Object>asList(
                indicator.code(),
                indicator.name(),
                indicator.unitOfMeasure(),
                cell(line.actual(), indicator),
                line.plan().year(),
                line.plan().pace(),
                Words.standing(line.standing()),
                cell(line.sameLastYear(), indicator),
                cell(line.previous(), indicator),
                CountsText.brief(line.actual().counts()),
                String.join(
                        "; ",
                        line.lowest().stream()
                                .map(low -> lowest(low, indicator))
                                .toList()));
    }

    private static Object cell(FigureLine.Rolled rolled, Indicator indicator) {
        var value = rolled.value();
        return value == null || value.scale() > indicator.decimals() + 4 ? rolled.text(indicator) : value;
    }

    private static String lowest(UnitFigure low, Indicator indicator) {
        return low.name() + " " + low.rolled().text(indicator) + "/"
                + FigureText.number(indicator, low.plan().year());
    }
}
